import { localDate } from "@kompassen/domain/shared";
import { expect, test } from "vitest";
import { monthText } from "./month-text.ts";

test("a month is told without its day", () => {
  expect(monthText(localDate("2026-08-31"), "sv")).toBe("augusti 2026");
  expect(monthText(localDate("2026-01-01"), "en")).toBe("January 2026");
});
