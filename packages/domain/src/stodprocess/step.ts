import type { LocalText } from "../shared/index.ts";

/** The eight steps of the Stödprocess in order (domain A.4). */
export const STODPROCESS_STEPS = [
  "upptackt",
  "barnkontakt_aktiverad",
  "barnsamtal",
  "beslut",
  "barnteam",
  "uppfoljningssamtal",
  "individuellt_barnteam",
  "behov_uppfyllt",
] as const;

export type StodprocessStep = (typeof STODPROCESS_STEPS)[number];

const NAMES: Record<StodprocessStep, LocalText> = {
  upptackt: { sv: "Barn upptäcks", en: "A child is noticed" },
  barnkontakt_aktiverad: { sv: "Barnkontakt aktiveras", en: "The Barnkontakt is activated" },
  barnsamtal: { sv: "Barnsamtal", en: "Barnsamtal (talk with the child)" },
  beslut: { sv: "Beslut", en: "Decision" },
  barnteam: { sv: "Barnteam", en: "Barnteam" },
  uppfoljningssamtal: { sv: "Uppföljningssamtal", en: "Uppföljningssamtal (talk with the family)" },
  individuellt_barnteam: { sv: "Individuellt barnteam", en: "Individuellt barnteam" },
  behov_uppfyllt: { sv: "Barnets behov är uppfyllt", en: "The child's needs are met" },
};

export function stepName(step: StodprocessStep, language: keyof LocalText): string {
  return NAMES[step][language];
}
