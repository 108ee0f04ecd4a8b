import type { FormStatement } from "@kompassen/api/behovskompass";
import { AREAS, areaName, childSentence } from "@kompassen/domain/behovskompass";
import type { Language } from "@kompassen/domain/shared";
import type { FormArea } from "./draft-content.ts";

/** The areas of a form in the model's order with its questions in the reader's language. */
export function toFormAreas(statements: readonly FormStatement[], language: Language): FormArea[] {
  return AREAS.flatMap((key) => {
    const own = statements.filter(({ area }) => area === key);
    if (own.length === 0) return [];
    return [
      {
        key,
        name: areaName(key, language),
        sentence: childSentence(key, language),
        statements: own.map((statement) => ({
          key: statement.key,
          text: language === "sv" ? statement.text : statement.textEn,
        })),
      },
    ];
  });
}
