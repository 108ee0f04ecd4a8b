import type { ReviewItem } from "@kompassen/api/log-review";
import type { Messages } from "#lib/messages/sv/index.ts";

type Words = Messages["logReview"];

export const whoText = ({ actorName }: Pick<ReviewItem, "actorName">, words: Words) =>
  actorName ?? words.forgotten;

/** The child by its case number, or that it was lists. */
export function whatText(
  { isOfChild, caseNumber }: Pick<ReviewItem, "isOfChild" | "caseNumber">,
  words: Words,
): string {
  if (!isOfChild) return words.lists;
  return caseNumber === null ? words.purgedChild : words.caseNumber(caseNumber);
}
