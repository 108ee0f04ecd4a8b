import { expect, test } from "vitest";
import { landingPath } from "./landing-path.ts";

test("a steering group's day begins with the statistics", () => {
  expect(landingPath(["styrgrupp"])).toBe("/statistik");
  expect(landingPath(["statistikansvarig"])).toBe("/statistik");
});

test("whoever also follows children begins with them", () => {
  expect(landingPath(["processledning", "barnkontakt"])).toBe("/barn");
  expect(landingPath(["teammedlem", "utvarderare"])).toBe("/barn");
});

test("without either role the day begins where it always did", () => {
  expect(landingPath(["upptackare"])).toBe("/barn");
  expect(landingPath([])).toBe("/barn");
});
