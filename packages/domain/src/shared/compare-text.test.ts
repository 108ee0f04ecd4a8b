import { expect, it } from "vitest";
import { compareText } from "./compare-text.ts";

it("sorts by character code", () => {
  expect(["b", "a", "Z", "10", "2", "å"].toSorted(compareText)).toEqual(["10", "2", "Z", "a", "b", "å"]);
  expect([compareText("a", "b"), compareText("b", "a"), compareText("a", "a")]).toEqual([-1, 1, 0]);
});
