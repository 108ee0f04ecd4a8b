import { expect, test } from "vitest";
import { printAddress } from "./log-print.ts";

test("every page of a child tells that it is printed", () => {
  const params = { id: "c1" };
  for (const id of [
    "/(app)/barn/[id]/(sidor)/behovskompass",
    "/(app)/barn/[id]/uppfoljning/[draftId]/kontroll",
  ])
    expect(printAddress({ route: { id }, params })).toBe("/barn/c1/utskrift");
});

test("other pages have nobody to tell of", () => {
  expect(printAddress({ route: { id: "/(app)/barn" }, params: {} })).toBeNull();
  expect(printAddress({ route: { id: "/(app)/statistik/[utgava]" }, params: { id: "x" } })).toBeNull();
  expect(printAddress({ route: { id: null }, params: {} })).toBeNull();
});
