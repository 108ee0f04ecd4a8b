import { expect, test } from "vitest";
import { dayNumber } from "./day-number.ts";
import { toTimeTicks } from "./to-time-ticks.ts";

const ticks = (from: string, to: string, most: number) =>
  toTimeTicks(dayNumber(from), dayNumber(to), most).map(({ year, month }) => `${year}-${month}`);

test("chooses the closest spacing that is few enough, always at the first of a month", () => {
  expect(ticks("2025-01-15", "2025-04-20", 3)).toEqual(["2025-2", "2025-3", "2025-4"]);
  expect(ticks("2024-04-01", "2026-04-15", 3)).toEqual(["2025-1", "2026-1"]);
  expect(ticks("2024-12-20", "2025-12-20", 5)).toEqual(["2025-1", "2025-4", "2025-7", "2025-10"]);
});

test("an axis without a first of a month has no tick", () => {
  expect(ticks("2025-01-02", "2025-01-30", 3)).toEqual([]);
});

test("never more than asked for, over many years", () => {
  expect(ticks("2000-01-01", "2026-01-01", 4).length).toBeLessThanOrEqual(4);
});
