import { TEAM_TYPES } from "@kompassen/domain/barnteam";
import type { BarnteamAgeGroup } from "@kompassen/domain/people";
import type { Language } from "@kompassen/domain/shared";

/** The seats that the model has for an age group, as they are read. */
export function toTeamSeats(ageGroup: BarnteamAgeGroup | null, language: Language): readonly string[] {
  const type = TEAM_TYPES.find((known) => known.ageGroup === ageGroup);
  return type === undefined ? [] : type.seats.map(({ name }) => name[language]);
}
