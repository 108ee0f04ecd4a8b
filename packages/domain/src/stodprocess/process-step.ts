import type { LocalText } from "../shared/index.ts";

/** What is recorded as having happened to a child in the process; uptake statistics count these (domain B). */
export const PROCESS_STEP_KINDS = [
  "upptackarkort",
  "barnkontakt_svar",
  "barnsamtal",
  "behovskompass",
  "beslut",
  "barnteam",
  "uppfoljningssamtal",
  "individuellt_barnteam",
  "barnets_plan",
  "uppfoljning",
  "uppfoljning_forsenad",
  "signal_raised",
  "signal_decided",
  "behov_uppfyllt",
  "avslutat_annat",
] as const;

export type ProcessStepKind = (typeof PROCESS_STEP_KINDS)[number];

export function isProcessStepKind(text: string): text is ProcessStepKind {
  return PROCESS_STEP_KINDS.some((kind) => kind === text);
}

const NAMES: Record<ProcessStepKind, LocalText> = {
  upptackarkort: { sv: "Upptäckarkort", en: "Upptäckarkort (card of a discovery)" },
  barnkontakt_svar: { sv: "Barnkontakten tar kontakt", en: "The Barnkontakt answers" },
  barnsamtal: { sv: "Barnsamtal", en: "Barnsamtal (talk with the child)" },
  behovskompass: { sv: "Första Behovskompassen", en: "First Behovskompass" },
  beslut: { sv: "Beslut", en: "Decision" },
  barnteam: { sv: "Barnteam", en: "Barnteam" },
  uppfoljningssamtal: { sv: "Uppföljningssamtal", en: "Uppföljningssamtal (talk with the family)" },
  individuellt_barnteam: { sv: "Individuellt barnteam", en: "Individuellt barnteam" },
  barnets_plan: { sv: "Barnets plan", en: "Barnets plan (the child's plan)" },
  uppfoljning: { sv: "Uppföljning gjord", en: "Follow-up done" },
  uppfoljning_forsenad: { sv: "Uppföljning försenad", en: "Follow-up overdue" },
  signal_raised: { sv: "Lyft till teamet", en: "Raised to the team" },
  signal_decided: { sv: "Lyft som fått beslut", en: "Raised and decided" },
  behov_uppfyllt: { sv: "Behov uppfyllt", en: "Needs met" },
  avslutat_annat: { sv: "Avslutat av annat skäl", en: "Closed for another reason" },
};

export function processStepName(kind: ProcessStepKind, language: keyof LocalText): string {
  return NAMES[kind][language];
}
