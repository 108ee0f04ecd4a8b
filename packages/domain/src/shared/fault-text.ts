import { expectationText } from "./expectation-text.ts";
import type { FileFault } from "./file-fault.ts";
import type { Language } from "./language.ts";

/** 'Rad 5, value: "6". Väntade ett heltal 1–5, dont_know, declined eller tomt.' */
export function faultText({ row, column, value, expected }: FileFault, language: Language): string {
  const words = WORDS[language];
  const place = column === null ? `${words.row} ${row}` : `${words.row} ${row}, ${column}`;
  const found = value === "" ? words.empty : `"${value}"`;
  return `${place}: ${found}. ${words.expected} ${expectationText(expected, language)}.`;
}

const WORDS = {
  sv: { row: "Rad", empty: "tomt", expected: "Väntade" },
  en: { row: "Row", empty: "empty", expected: "Expected" },
} as const;
