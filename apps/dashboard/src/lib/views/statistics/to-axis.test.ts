import { expect, test } from "vitest";
import { toAxis } from "./to-axis.ts";

test.each([
  [[], 5],
  [[0], 5],
  [[5], 5],
  [[7, 3], 8],
  [[143], 150],
  [[1000], 1000],
])("an axis for %j ends at %i", (values, to) => {
  const axis = toAxis(values);
  expect(axis.to).toBe(to);
  expect(axis.ticks[0]).toEqual({ value: 0, text: "0" });
  expect(axis.ticks.length).toBeLessThanOrEqual(6);
});
