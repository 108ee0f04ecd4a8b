import type { InstrumentFault } from "@kompassen/domain/behovskompass";
import { expectationText, faultText, type Language } from "@kompassen/domain/shared";
import type { ImportFault, InstrumentRefusal } from "./import-result.ts";

type InstrumentCode = InstrumentFault["code"] | InstrumentRefusal;

/** One fault as a person reads it, without the name of its file. */
export function importFaultText(fault: ImportFault, language: Language): string {
  switch (fault.file) {
    case "history":
    case "children":
    case "equivalence":
      return faultText(fault.fault, language);
    case "instrument":
      return instrumentText(fault.fault, language);
    case "options": {
      const { given, empty, expected } = OPTION_WORDS[language];
      const value = fault.value === "" ? empty : `"${fault.value}"`;
      return `${given[fault.option]}: ${value}. ${expected} ${expectationText(fault.expected, language)}.`;
    }
  }
}

function instrumentText(
  fault: InstrumentFault | { readonly code: InstrumentRefusal },
  language: Language,
): string {
  const text = INSTRUMENT_WORDS[language][fault.code];
  return "path" in fault ? `${fault.path}: ${text} (${fault.detail})` : text;
}

const OPTION_WORDS = {
  sv: { given: { unit: "Enhet", responsible: "Ansvarig" }, empty: "inte angiven", expected: "Väntade" },
  en: { given: { unit: "Unit", responsible: "Responsible" }, empty: "not given", expected: "Expected" },
} as const;

const INSTRUMENT_WORDS: Record<Language, Record<InstrumentCode, string>> = {
  sv: {
    not_json: "Filen är inte JSON i UTF-8.",
    version_taken:
      "Versionen finns redan i kommunen med annat innehåll. Ge formuläret ett nytt versionsnamn.",
    shape: "fel form",
    duplicate_statement: "påståendet står två gånger i området",
    one_question_an_area: "ett samtalsunderlag har en fråga för varje område",
    unknown_statement: "påståendet finns inte i versionen",
    same_version: "från och till är samma version",
  },
  en: {
    not_json: "The file is not JSON in UTF-8.",
    version_taken: "The version exists already with other content. Give the form a new version name.",
    shape: "not as expected",
    duplicate_statement: "the statement stands twice in the area",
    one_question_an_area: "a samtalsunderlag has one question for each area",
    unknown_statement: "the version has no such statement",
    same_version: "from and to are the same version",
  },
};
