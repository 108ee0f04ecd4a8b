import { dateText, type Language, type LocalText } from "../shared/index.ts";
import type { Placement } from "./raise-signals.ts";
import type { MeetingKind, ResponsibleRole } from "./raised-signal.ts";

const ROLES: Record<ResponsibleRole, string> = {
  barnkontakt: "Barnkontakt",
  stodsamordnare: "Stödsamordnare",
};

const MEETINGS: Record<MeetingKind, LocalText> = {
  barnteam: { sv: "Barnteam", en: "the Barnteam" },
  individuellt_barnteam: { sv: "Individuellt barnteam", en: "the Individuellt barnteam" },
};

const MISSING: Record<"written_consent" | "dated_meeting", LocalText> = {
  written_consent: {
    sv: "det saknas ett skriftligt samtycke som gäller mötet",
    en: "a written consent that covers the meeting is missing",
  },
  dated_meeting: {
    sv: "det saknas ett möte med datum",
    en: "a meeting with a date is missing",
  },
};

/** Where a raised signal goes, or with whom it stays and what is missing. */
export function placementText(placement: Placement, language: Language): string {
  if (placement.kind === "stays_with_responsible") {
    const missing = MISSING[placement.missing][language];
    return language === "sv"
      ? `Stannar hos ${ROLES[placement.to]}: ${missing}.`
      : `Stays with the ${ROLES[placement.to]}: ${missing}.`;
  }
  const meeting = `${MEETINGS[placement.meeting.kind][language]} ${dateText(placement.meeting.heldOn, language)}`;
  if (placement.agendaItem === null) {
    return language === "sv" ? `Tas upp i ${meeting}.` : `Is taken up in ${meeting}.`;
  }
  return language === "sv"
    ? `Tas upp i ${meeting}, punkt ${placement.agendaItem}.`
    : `Is taken up in ${meeting}, item ${placement.agendaItem}.`;
}
