import type { TakenBack } from "@kompassen/api/consent";
import { dateText, type Language } from "@kompassen/domain/shared";
import type { Messages } from "#lib/messages/sv/index.ts";

export type TakenBackRow = { readonly id: string; readonly childId: string; readonly what: string };

/** @param nameOf what a child is called in the work list; absent when its case number names it */
export function toTakenBackRows(
  taken: readonly TakenBack[],
  nameOf: (childId: string) => string | null | undefined,
  { consent: { takenBack: words, phrases } }: Pick<Messages, "consent">,
  language: Language,
): TakenBackRow[] {
  return taken.map(({ id, childId, caseNumber, step, decidedOn }) => ({
    id,
    childId,
    what: words.row(nameOf(childId) ?? caseNumber, phrases[step], dateText(decidedOn, language)),
  }));
}
