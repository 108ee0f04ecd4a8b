import { localDate } from "@kompassen/domain/shared";
import { expect, test } from "vitest";
import { schoolRegister } from "#lib/messages/sv/school-register.ts";
import { noticeText } from "./notice-text.ts";

const moved = {
  id: "n1",
  kind: "moved",
  fromUnit: "BVC Norr",
  toUnit: "Ekskolan",
  occurredOn: localDate("2026-08-15"),
} as const;

test("a move names both places, and none of them for a child with protected identity", () => {
  expect(noticeText(moved, "sv", schoolRegister)).toBe(
    "Barnet har bytt från BVC Norr till Ekskolan, från och med 15 aug 2026.",
  );
  expect(noticeText({ ...moved, fromUnit: null, toUnit: null }, "sv", schoolRegister)).toBe(
    "Barnet har bytt enhet, från och med 15 aug 2026.",
  );
});

test("protection that the register lifts says that it still holds here", () => {
  expect(noticeText({ ...moved, kind: "marking_lifted" }, "sv", schoolRegister)).toContain(
    "Här gäller skyddet",
  );
});
