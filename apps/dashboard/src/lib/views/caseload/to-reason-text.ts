import { type Area, areaName } from "@kompassen/domain/behovskompass";
import type { WorkReason } from "@kompassen/domain/caseload";
import { dateText, daysBetween, type Language, type LocalDate } from "@kompassen/domain/shared";
import type { Messages } from "#lib/messages/sv/index.ts";

type Circumstances = {
  readonly today: LocalDate;
  readonly nextFollowUpOn: LocalDate | null;
  readonly language: Language;
};

/** Why a child is in the work list, as one sentence. */
export function toReasonText(
  reason: WorkReason,
  { today, nextFollowUpOn, language }: Circumstances,
  words: Messages["people"]["reasons"],
): string {
  const areas = listAreas(reason.areas, language, words.listAnd);
  const date = nextFollowUpOn === null ? "" : dateText(nextFollowUpOn, language);
  switch (reason.kind) {
    case "prolonged_stagnation":
    case "decline":
    case "late":
    case "stagnation":
    case "concern_remains":
    case "concern_to_answer":
      return words[reason.kind](areas);
    case "divergence":
      return reason.isChildLowest ? words.childLowest(areas) : words.divergence(areas);
    case "overdue":
      return words.overdue(date);
    case "soon":
      return words.soon(date, nextFollowUpOn === null ? 0 : daysBetween(today, nextFollowUpOn));
    case "missing_date":
    case "draft_open":
      return words[reason.kind];
  }
}

/** "Omsorg, Trygghet och Fritid". */
function listAreas(areas: readonly Area[], language: Language, and: string): string {
  const names = areas.map((area) => areaName(area, language));
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${and} ${names.at(-1)}`;
}
