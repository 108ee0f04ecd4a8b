import { ageInMonths, type BarnteamAgeGroup, barnteamAgeGroup, type UnitKind } from "../people/index.ts";
import type { LocalDate } from "../shared/index.ts";

/** Where the birth date is not known, the place says the group; a school then stands for its younger half. */
const BY_PLACE: Partial<Record<UnitKind, BarnteamAgeGroup>> = {
  mvc: "0-2,5",
  bvc: "0-2,5",
  forskola: "1-6",
  grundskola: "7-12",
};

/**
 * The Barnteam group a step is counted in, for ever: by the age and the kind of unit on the day it happened.
 * The database has the same as `kompass.barnteam_age_group`; a test holds the two together.
 */
export function ageGroupAtEvent(
  birthDate: LocalDate | null,
  unitKind: UnitKind,
  on: LocalDate,
): BarnteamAgeGroup {
  if (birthDate === null) return BY_PLACE[unitKind] ?? "utan_barnteam";
  // Before the birth the family is met at the maternity clinic.
  return barnteamAgeGroup(ageInMonths(birthDate, on) ?? 0, unitKind);
}
