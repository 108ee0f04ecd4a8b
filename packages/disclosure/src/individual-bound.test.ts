import { expect, test } from "vitest";
import { hidesEachChild, possibleScores } from "./individual-bound.ts";

const scale = { low: 1, high: 5 };

/** A statement of a mean with one decimal. */
const mean = (n: number, m: number, min: number, max: number) => ({
  n,
  sumLow: n * (m - 0.05),
  sumHigh: n * (m + 0.05),
  min,
  max,
});

test("the bounds are those of statistics for steering groups", () => {
  // hi = min(5, n(m + d) - x_max - (n - 2)); lo = max(1, n(m - d) - x_min - 5(n - 2))
  const { low, high } = possibleScores(mean(10, 1.2, 1, 2), scale);
  expect(high).toBeCloseTo(10 * 1.25 - 2 - 8, 10);
  expect(low).toBe(1);
  const upper = possibleScores(mean(10, 4.8, 4, 5), scale);
  expect(upper.low).toBeCloseTo(10 * 4.75 - 4 - 40, 10);
  expect(upper.high).toBe(5);
});

test("in a group where all are low, nobody can be high, and the mean would tell of each", () => {
  expect(hidesEachChild(mean(10, 1, 1, 1), scale)).toBe(false);
  expect(hidesEachChild(mean(10, 1.2, 1, 2), scale)).toBe(false);
  expect(hidesEachChild(mean(10, 3, 1, 5), scale)).toBe(true);
});

test("exactly three of the four steps is enough", () => {
  const { high } = possibleScores({ n: 10, sumLow: 10, sumHigh: 14, min: 1, max: 2 }, scale);
  expect(high).toBe(4);
  expect(hidesEachChild({ n: 10, sumLow: 10, sumHigh: 14, min: 1, max: 2 }, scale)).toBe(true);
  expect(hidesEachChild({ n: 10, sumLow: 10, sumHigh: 13.99, min: 1, max: 2 }, scale)).toBe(false);
});
