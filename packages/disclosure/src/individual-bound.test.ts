import { expect, test } from "vitest";
import { hidesEachChild, possibleScores, roomForEachChild } from "./individual-bound.ts";

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

test("on another scale the others are taken to be at its own ends", () => {
  const { low, high } = possibleScores(
    { n: 12, sumLow: 60, sumHigh: 36, min: 4, max: 9 },
    { low: 2, high: 10 },
  );
  expect(high).toBe(36 - 9 - 10 * 2);
  expect(low).toBe(2);
  expect(possibleScores({ n: 12, sumLow: 110, sumHigh: 120, min: 4, max: 9 }, { low: 2, high: 10 }).low).toBe(
    6,
  );
});

test("where the exact mean tells nothing of anybody, nothing more is asked", () => {
  expect(roomForEachChild({ n: 10, sum: 30, min: 1, max: 5 }, scale)).toEqual({ rise: 0, fall: 0 });
  // 14 - 2 - 8 = 4: exactly three steps.
  expect(roomForEachChild({ n: 10, sum: 14, min: 1, max: 2 }, scale)).toEqual({ rise: 0, fall: 0 });
});

test("a low group must be able to be higher, a high one lower, by just as much as hides each child", () => {
  // Another child can have at most 11 - 2 - 8 = 1, and must be able to have 4.
  expect(roomForEachChild({ n: 10, sum: 11, min: 1, max: 2 }, scale)).toEqual({ rise: 3, fall: 0 });
  // At least 49 - 4 - 40 = 5, and must be able to have 2.
  expect(roomForEachChild({ n: 10, sum: 49, min: 4, max: 5 }, scale)).toEqual({ rise: 0, fall: 3 });
  const wide = { low: 2, high: 10 };
  expect(roomForEachChild({ n: 12, sum: 25, min: 2, max: 3 }, wide)).toEqual({
    rise: 2 + 6 + 3 + 20 - 25,
    fall: 0,
  });
  expect(roomForEachChild({ n: 12, sum: 119, min: 9, max: 10 }, wide)).toEqual({
    rise: 0,
    fall: 119 - (4 + 9 + 100),
  });
});

test("with that room every child is hidden, and with a little less it is not", () => {
  for (let n = 10; n < 14; n++) {
    for (let sum = n; sum <= 5 * n; sum++) {
      const min = Math.max(1, Math.floor(sum / n) - 1);
      const max = Math.min(5, Math.ceil(sum / n) + 1);
      const { rise, fall } = roomForEachChild({ n, sum, min, max }, scale);
      const after = (part: number) => ({
        n,
        sumLow: sum - part * fall,
        sumHigh: sum + part * rise,
        min,
        max,
      });
      expect(hidesEachChild(after(1), scale)).toBe(true);
      if (rise + fall > 0) expect(hidesEachChild(after(0.99), scale)).toBe(false);
    }
  }
});
