import { type LocalDate, type LocalText, localDate } from "../shared/index.ts";
import type { UnitKind } from "./unit-kind.ts";

/** The Barnteam groups; where they overlap the team decides, not the age (domain C.1). */
export const BARNTEAM_AGE_GROUPS = ["0-2,5", "1-6", "7-12", "13-16", "utan_barnteam"] as const;

export type BarnteamAgeGroup = (typeof BARNTEAM_AGE_GROUPS)[number];

/** Which group a child belongs to, as a versioned definition stored with what used it. */
export type AgeGroupDefinition = {
  readonly id: string;
  readonly version: number;
  readonly validFrom: LocalDate;
  /** A child below this many months belongs to 0-2,5 where the current Barnkontakt does not decide. */
  readonly youngestBelowMonths: number;
  readonly preschoolBelowYears: number;
  readonly schoolBelowYears: number;
  readonly teenBelowYears: number;
};

export const BARNTEAM_GROUPS: AgeGroupDefinition = {
  id: "barnteam-aldersgrupper",
  version: 1,
  validFrom: localDate("2026-01-01"),
  youngestBelowMonths: 30,
  preschoolBelowYears: 7,
  schoolBelowYears: 13,
  teenBelowYears: 17,
};

/**
 * The group of a child. From 1 to 2,5 the groups overlap and the unit of the current Barnkontakt decides;
 * between 6 and 7 the school form does.
 * @param unitKind the kind of unit the current Barnkontakt belongs to
 */
export function barnteamAgeGroup(
  ageInMonths: number,
  unitKind: UnitKind,
  definition: AgeGroupDefinition = BARNTEAM_GROUPS,
): BarnteamAgeGroup {
  const years = Math.floor(ageInMonths / 12);
  if (years >= definition.teenBelowYears) return "utan_barnteam";
  if (years >= definition.schoolBelowYears) return "13-16";
  if (unitKind === "forskola") return "1-6";
  if (unitKind === "grundskola" || years >= definition.preschoolBelowYears) return "7-12";
  return ageInMonths < definition.youngestBelowMonths ? "0-2,5" : "1-6";
}

const NAMES: Record<BarnteamAgeGroup, LocalText> = {
  "0-2,5": { sv: "0–2,5 år", en: "0–2.5 years" },
  "1-6": { sv: "1–6 år", en: "1–6 years" },
  "7-12": { sv: "7–12 år", en: "7–12 years" },
  "13-16": { sv: "13–16 år", en: "13–16 years" },
  utan_barnteam: { sv: "utan barnteam", en: "without a Barnteam" },
};

export function ageGroupName(group: BarnteamAgeGroup, language: keyof LocalText): string {
  return NAMES[group][language];
}
