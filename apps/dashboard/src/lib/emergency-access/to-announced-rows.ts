import type { AnnouncedEmergency } from "@kompassen/api/emergency-access";
import type { Language } from "@kompassen/domain/shared";
import { momentText } from "#lib/draft/moment-text.ts";
import type { Messages } from "#lib/messages/sv/index.ts";

export type AnnouncedRow = {
  readonly id: string;
  readonly childId: string;
  readonly what: string;
  readonly why: string;
  readonly state: string;
};

export function toAnnouncedRows(
  announced: readonly AnnouncedEmergency[],
  { emergencyAccess: { announced: words, reasons } }: Pick<Messages, "emergencyAccess">,
  language: Language,
): AnnouncedRow[] {
  return announced.map((access) => ({
    id: access.id,
    childId: access.childId,
    what: words.row(
      access.caseNumber,
      `${access.openedBy}, ${access.openedByTitle}`,
      momentText(access.openedAt, language),
    ),
    why: words.reason(reasons[access.reason], access.reasonText),
    state: access.isRunning ? words.isRunning : access.isReviewed ? words.isReviewed : words.willBeReviewed,
  }));
}
