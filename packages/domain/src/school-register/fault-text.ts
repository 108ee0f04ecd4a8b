import type { Language, LocalText } from "../shared/index.ts";
import type { RegisterExpectation, RegisterFault } from "./register-object.ts";

const EXPECTED: Record<RegisterExpectation, LocalText> = {
  object: { sv: "ett objekt väntades", en: "expected an object" },
  text: { sv: "en text väntades", en: "expected a text" },
  at_most_200_characters: { sv: "högst 200 tecken", en: "at most 200 characters" },
  list: { sv: "en lista väntades", en: "expected a list" },
  reference: { sv: "en hänvisning med id väntades", en: "expected a reference with an id" },
  date: { sv: "ett datum som 2026-03-15 väntades", en: "expected a date such as 2026-03-15" },
  not_before_start: { sv: "slutet ligger före början", en: "ends before it begins" },
  municipality_code: {
    sv: "en kommunkod med fyra siffror väntades",
    en: "expected a kommun code of four digits",
  },
  school_unit_code: {
    sv: "en skolenhetskod med åtta siffror väntades",
    en: "expected a school unit code of eight digits",
  },
  once_in_page: { sv: "samma id finns två gånger på sidan", en: "the same id stands twice in the page" },
};

/** One line for whoever keeps the register: which object, which field, what was expected. */
export function registerFaultText(fault: RegisterFault, language: Language): string {
  const object = language === "sv" ? `objekt ${fault.position}` : `object ${fault.position}`;
  const id = fault.sourceId === null ? "" : ` (${fault.sourceId})`;
  const field = fault.field === "" ? "" : `, ${fault.field}`;
  return `${object}${id}${field}: ${registerExpectationText(fault.expected, language)}`;
}

export function registerExpectationText(expected: RegisterExpectation, language: Language): string {
  return EXPECTED[expected][language];
}

/** As it is stored; null for a word that this version does not know. */
export function asRegisterExpectation(text: string): RegisterExpectation | null {
  return text in EXPECTED ? (text as RegisterExpectation) : null;
}
