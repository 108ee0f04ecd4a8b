import { expect, it } from "vitest";
import { addDays, localDate } from "../shared/index.ts";
import {
  isLasar,
  isQuarter,
  lasarOf,
  lasarOfQuarter,
  latestEndedQuarters,
  nextQuarter,
  previousQuarter,
  quarter,
  quarterOf,
  quartersOfLasar,
  quartersOfYear,
  spanOfLasar,
  spanOfQuarter,
  yearOf,
} from "./period.ts";

it("knows a quarter, a year and a läsår from their dates", () => {
  expect(quarterOf(localDate("2026-03-31"))).toBe("2026Q1");
  expect(quarterOf(localDate("2026-04-01"))).toBe("2026Q2");
  expect(yearOf(quarter("2026Q4"))).toBe("2026");
  expect(lasarOf(localDate("2026-06-30"))).toBe("2025/2026");
  expect(lasarOf(localDate("2026-07-01"))).toBe("2026/2027");
});

it("lets a läsår begin with the third quarter", () => {
  expect(quartersOfLasar(lasarOfQuarter(quarter("2026Q2")))).toEqual([
    "2025Q3",
    "2025Q4",
    "2026Q1",
    "2026Q2",
  ]);
  expect(lasarOfQuarter(quarter("2026Q3"))).toBe("2026/2027");
});

it("walks over the turn of the year both ways", () => {
  expect(nextQuarter(quarter("2025Q4"))).toBe("2026Q1");
  expect(previousQuarter(quarter("2026Q1"))).toBe("2025Q4");
  expect(latestEndedQuarters(localDate("2026-02-10"), 3)).toEqual(["2025Q2", "2025Q3", "2025Q4"]);
});

it("refuses what is no period", () => {
  expect(["2026Q0", "2026Q5", "2026q1", "26Q1", "2026Q1 "].filter(isQuarter)).toEqual([]);
  expect(["2025/2027", "2026/2025", "2025-2026"].filter(isLasar)).toEqual([]);
  expect(() => quarter("2026")).toThrow("not a quarter (2026Q1): 2026");
});

it("puts every day of a span, and no other, in its period", () => {
  for (const one of quartersOfYear(yearOf(quarter("2024Q1")))) {
    const { from, to } = spanOfQuarter(one);
    expect([quarterOf(from), quarterOf(to)]).toEqual([one, one]);
    expect(quarterOf(addDays(from, -1))).toBe(previousQuarter(one));
    expect(quarterOf(addDays(to, 1))).toBe(nextQuarter(one));
  }
  const { from, to } = spanOfLasar(lasarOf(localDate("2025-09-01")));
  expect([lasarOf(from), lasarOf(to)]).toEqual(["2025/2026", "2025/2026"]);
  expect([lasarOf(addDays(from, -1)), lasarOf(addDays(to, 1))]).toEqual(["2024/2025", "2026/2027"]);
});
