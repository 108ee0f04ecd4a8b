import { expect, test } from "vitest";
import { parametersSchema, withDefaultInsiders } from "../parameters.ts";
import { meanCell, roundMean, sumsAllowed } from "./mean-cell.ts";

const parameters = withDefaultInsiders(parametersSchema.parse({}), ["unit"]);
const { scale } = parameters;

test("one decimal, halves up, whatever floating point makes of the quotient", () => {
  expect(roundMean(24.5, 10)).toBe(2.5);
  expect(roundMean(29.4, 12)).toBe(2.5);
  expect(roundMean(32.35, 11)).toBe(2.9);
  expect(roundMean(20, 8)).toBe(2.5);
});

test("P2: fewer than ten children have no mean, and nobody is not a mean of 0", () => {
  expect(meanCell({ n: 9, sum: 27, range: { min: 1, max: 5 } }, parameters)).toEqual({ status: "protected" });
  expect(meanCell({ n: 10, sum: 30, range: { min: 1, max: 5 } }, parameters)).toEqual({
    status: "published",
    value: 3,
  });
  expect(meanCell({ n: 0, sum: 0, range: null }, parameters)).toEqual({ status: "not_applicable" });
  const quiet = { ...parameters, zeros: "protected" as const };
  expect(meanCell({ n: 0, sum: 0, range: null }, quiet)).toEqual({ status: "protected" });
});

test("P4: a mean that says too much of each child becomes a band, or nothing", () => {
  // All ten have 1 or 2: the mean 1,1 would say that nobody has 4. The band still allows it.
  expect(meanCell({ n: 10, sum: 11, range: { min: 1, max: 2 } }, parameters)).toEqual({
    status: "band",
    band: "<=1.5",
  });
  expect(meanCell({ n: 10, sum: 49, range: { min: 4, max: 5 } }, parameters)).toEqual({
    status: "band",
    band: ">=4.5",
  });
  // A known child of 4 leaves 15 - 4 = 11 for nine others: no other can have more than 3.
  expect(meanCell({ n: 10, sum: 13, range: { min: 1, max: 4 } }, parameters)).toEqual({
    status: "protected",
  });
});

test("a band is never said of a mean outside it", () => {
  // Both means would give away the lowest of the ten, and the bands would be untrue.
  expect(meanCell({ n: 10, sum: 16, range: { min: 1, max: 5 } }, parameters)).toEqual({
    status: "protected",
  });
  expect(meanCell({ n: 10, sum: 44, range: { min: 1, max: 5 } }, parameters)).toEqual({
    status: "protected",
  });
});

test("on another scale the same rules hold", () => {
  const wide = { ...parameters, scale: { low: 2, high: 10 } };
  expect(meanCell({ n: 20, sum: 120, range: { min: 2, max: 10 } }, wide)).toEqual({
    status: "published",
    value: 6,
  });
  expect(meanCell({ n: 20, sum: 41, range: { min: 2, max: 3 } }, wide)).toEqual({
    status: "band",
    band: "<=2.5",
  });
  expect(meanCell({ n: 20, sum: 199, range: { min: 9, max: 10 } }, wide)).toEqual({
    status: "band",
    band: ">=9.5",
  });
  expect(sumsAllowed({ status: "published", value: 2 }, 20, wide.scale)).toEqual({ low: 40, high: 41 });
  expect(sumsAllowed({ status: "band", band: "<=2.5" }, 20, wide.scale)).toEqual({ low: 40, high: 50 });
  expect(sumsAllowed({ status: "band", band: ">=9.5" }, 20, wide.scale)).toEqual({ low: 190, high: 200 });
});

test("a statement allows the sums that round to it, inside the scale", () => {
  expect(sumsAllowed({ status: "published", value: 3 }, 10, scale)).toEqual({ low: 29.5, high: 30.5 });
  expect(sumsAllowed({ status: "published", value: 5 }, 10, scale)).toEqual({ low: 49.5, high: 50 });
  expect(sumsAllowed({ status: "band", band: "<=1.5" }, 10, scale)).toEqual({ low: 10, high: 15 });
  expect(sumsAllowed({ status: "band", band: ">=4.5" }, 10, scale)).toEqual({ low: 45, high: 50 });
  expect(sumsAllowed({ status: "band", band: "<=3" }, 10, scale)).toBeNull();
  expect(sumsAllowed({ status: "protected" }, 10, scale)).toBeNull();
  expect(sumsAllowed({ status: "not_applicable" }, 10, scale)).toBeNull();
});
