import { localDate } from "@kompassen/domain/shared";
import { expect, test } from "vitest";
import { requestableQuarters } from "./requestable-quarters.ts";

const today = localDate("2026-11-22");

test("a quarter can be released when it has ended", () => {
  expect(requestableQuarters(["2026Q1", "2025/2026"], today)).toEqual(["2026Q2", "2026Q3"]);
});

test("nothing is left when the last one that has ended is released", () => {
  expect(requestableQuarters(["2026Q3"], today)).toEqual([]);
});

test("a first release reaches at most three years back", () => {
  const quarters = requestableQuarters([], today);
  expect(quarters).toHaveLength(12);
  expect(quarters[0]).toBe("2023Q4");
});
