import { expect, it } from "vitest";
import { DEFAULT_RULES } from "./rule-set.ts";

it("is the first version of the project's own numbers, with the motivation", () => {
  expect(DEFAULT_RULES).toMatchSnapshot();
});
