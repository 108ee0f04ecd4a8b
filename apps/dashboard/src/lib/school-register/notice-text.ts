import type { RegisterNotice } from "@kompassen/api/school-register";
import { dateText, type Language } from "@kompassen/domain/shared";
import type { Messages } from "#lib/messages/sv/index.ts";

/** What the register has changed, as one sentence; the places of a child with protected identity are not named. */
export function noticeText(
  { kind, fromUnit, toUnit, occurredOn }: RegisterNotice,
  language: Language,
  { notices }: Messages["schoolRegister"],
): string {
  const date = dateText(occurredOn, language);
  if (kind !== "moved") return notices[kind](date);
  return fromUnit === null || toUnit === null
    ? notices.movedHidden(date)
    : notices.moved(fromUnit, toUnit, date);
}
