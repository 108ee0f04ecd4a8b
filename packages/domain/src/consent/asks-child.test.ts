import { expect, it } from "vitest";
import { localDate } from "../shared/index.ts";
import { suggestsAskingChild } from "./asks-child.ts";

it("suggests to ask the child from the twelfth birthday, and not when the age is unknown", () => {
  const today = localDate("2026-03-15");
  expect(suggestsAskingChild(localDate("2014-03-15"), today)).toBe(true);
  expect(suggestsAskingChild(localDate("2014-03-16"), today)).toBe(false);
  expect(suggestsAskingChild(null, today)).toBe(false);
});
