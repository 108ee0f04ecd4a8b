import { describe, expect, it } from "vitest";
import { UNIT_KINDS } from "../people/index.ts";
import { localDate } from "../shared/index.ts";
import { AUTHORITIES, authorityName, authorityOf } from "./authority.ts";
import { keepMonths, keptThrough, mayBePurged, type RetentionPolicy } from "./keeping.ts";

const day = localDate;

describe("the last day of keeping", () => {
  it.each([
    ["2024-11-22", 24, "2026-11-22"],
    ["2024-02-29", 24, "2026-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2023-12-31", 2, "2024-02-29"],
    ["2023-01-31", 3, "2023-04-30"],
    ["2023-11-30", 1, "2023-12-30"],
    ["2023-12-15", 1, "2024-01-15"],
    ["2023-12-15", 120, "2033-12-15"],
  ])("of support that ended %s, kept %d months, is %s", (closedOn, months, last) => {
    expect(keptThrough(day(closedOn), months)).toBe(last);
  });

  it("is passed the day after, and never while the child is followed or held", () => {
    const child = { closedOn: day("2024-11-22"), isHeld: false };
    expect(mayBePurged(child, 24, day("2026-11-22"))).toBe(false);
    expect(mayBePurged(child, 24, day("2026-11-23"))).toBe(true);
    expect(mayBePurged({ ...child, isHeld: true }, 24, day("2036-11-23"))).toBe(false);
    expect(mayBePurged({ ...child, closedOn: null }, 24, day("2036-11-23"))).toBe(false);
  });
});

describe("an authority's rule", () => {
  const policies: RetentionPolicy[] = [
    { authority: "skola", validFrom: day("2026-01-01"), keepMonths: 36 },
    { authority: "skola", validFrom: day("2026-07-01"), keepMonths: 12 },
    { authority: "polis", validFrom: day("2026-01-01"), keepMonths: 6 },
  ];
  it.each([
    ["skola", "2025-12-31", 24],
    ["skola", "2026-01-01", 36],
    ["skola", "2026-06-30", 36],
    ["skola", "2026-07-01", 12],
    ["polis", "2026-08-01", 6],
    ["socialtjanst", "2026-08-01", 24],
  ] as const)("of %s on %s is %d months", (authority, on, months) => {
    expect(keepMonths(policies, authority, day(on))).toBe(months);
    expect(keepMonths(policies.toReversed(), authority, day(on))).toBe(months);
  });

  it("belongs to every kind of unit, and has a name in both languages", () => {
    expect(new Set(UNIT_KINDS.map(authorityOf))).toEqual(new Set(AUTHORITIES));
    for (const authority of AUTHORITIES) {
      expect(authorityName(authority, "sv")).toMatch(/^[A-ZÅÄÖ]/);
      expect(authorityName(authority, "en")).toMatch(/^[A-Z]/);
    }
  });
});
