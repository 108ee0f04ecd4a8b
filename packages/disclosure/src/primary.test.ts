import { expect, test } from "vitest";
import { highestSafeShare, isMostOfPopulation, isSmallCount, safeHeight } from "./primary.ts";

test.each([
  [0, false],
  [1, true],
  [4, true],
  [5, false],
])("P1 with k = 5: %i is small: %s", (value, small) => {
  expect(isSmallCount(value, { k: 5, zeros: "shown" })).toBe(small);
});

test("zeros can be protected too", () => {
  expect(isSmallCount(0, { k: 5, zeros: "protected" })).toBe(true);
  expect(isSmallCount(5, { k: 5, zeros: "protected" })).toBe(false);
});

test.each([
  [7, 10, false],
  [8, 10, true],
  [11, 15, false],
  [12, 15, true],
  [1, 1, true],
  [0, 0, false],
  [0, 10, false],
])("P3: %i of a population of %i is most of it: %s", (value, population, most) => {
  expect(isMostOfPopulation(value, population, { population_share: 0.8 })).toBe(most);
});

test("P3 asks nothing where the population is not known", () => {
  expect(isMostOfPopulation(100, null, { population_share: 0.8 })).toBe(false);
});

test("the highest safe share is the last count below it", () => {
  expect([1, 5, 10, 15].map((people) => highestSafeShare(people, { population_share: 0.8 }))).toEqual([
    0, 3, 7, 11,
  ]);
});

test("a small count must be able to be k - 1 higher, but never above the population", () => {
  expect(safeHeight(1, null, 5)).toBe(5);
  expect(safeHeight(4, null, 5)).toBe(8);
  expect(safeHeight(4, 6, 5)).toBe(6);
  expect(safeHeight(0, null, 5)).toBe(5);
});
