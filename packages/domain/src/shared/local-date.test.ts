import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateRangeText, dateText } from "./date-text.ts";
import { addDays, daysBetween, isLocalDate, localDate, todayInSweden } from "./local-date.ts";

describe("a date", () => {
  it.each(["2026-01-31", "2024-02-29", "2000-02-29", "2026-12-01", "1900-01-01", "2026-04-30"])(
    "%s is one",
    (text) => expect(isLocalDate(text)).toBe(true),
  );

  it.each([
    "2026-02-29",
    "1900-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "2026-01-32",
    "2026-04-31",
    "1899-12-31",
    "2026-1-1",
    "26-01-01",
    " 2026-01-01",
    "2026-01-01 ",
    "2026-01-01T00:00",
    "2026/01/01",
    "",
  ])("%j is none", (text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(() => localDate(text)).toThrow(`not a date (yyyy-mm-dd): ${text}`);
  });

  it("counts days over months, leap days and clock changes", () => {
    expect(daysBetween(localDate("2026-01-15"), localDate("2026-03-15"))).toBe(59);
    expect(daysBetween(localDate("2024-02-28"), localDate("2024-03-01"))).toBe(2);
    expect(daysBetween(localDate("2026-03-28"), localDate("2026-03-30"))).toBe(2);
    expect(daysBetween(localDate("2026-03-15"), localDate("2026-01-15"))).toBe(-59);
    expect(addDays(localDate("2026-10-24"), 2)).toBe("2026-10-26");
    expect(addDays(localDate("2026-01-01"), -1)).toBe("2025-12-31");
  });

  it("comes back by the days it went", () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 30_000 }), (days) => {
        const start = localDate("2026-06-15");
        expect(daysBetween(start, addDays(start, days))).toBe(days);
      }),
    );
  });
});

describe("today in Sweden", () => {
  it.each([
    ["2026-01-14T22:59:59Z", "2026-01-14"],
    ["2026-01-14T23:00:00Z", "2026-01-15"],
    ["2026-07-14T21:59:59Z", "2026-07-14"],
    ["2026-07-14T22:00:00Z", "2026-07-15"],
    ["2025-12-31T23:30:00Z", "2026-01-01"],
  ])("at %s is %s", (instant, day) => expect(todayInSweden(new Date(instant))).toBe(day));
});

describe("a date in words", () => {
  it("has day, month and year", () => {
    expect(dateText(localDate("2026-05-09"), "sv")).toBe("9 maj 2026");
    expect(dateText(localDate("2026-10-19"), "en")).toBe("19 Oct 2026");
    expect(dateText(localDate("2026-01-01"), "sv")).toBe("1 jan 2026");
  });

  it("tells the year once when both days share it", () => {
    expect(dateRangeText(localDate("2026-01-15"), localDate("2026-03-15"), "sv")).toBe(
      "15 jan – 15 mar 2026",
    );
    expect(dateRangeText(localDate("2025-11-15"), localDate("2026-03-15"), "sv")).toBe(
      "15 nov 2025 – 15 mar 2026",
    );
  });
});
