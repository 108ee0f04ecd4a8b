import { parseRater, type RaterKey } from "@kompassen/domain/behovskompass";
import type { UnitKind } from "@kompassen/domain/people";
import { RESPONSIBLE, type Standing } from "./authorize-child.ts";

/**
 * For whom the caller may fill in a form: whoever is responsible writes down what anybody has rated, a samtalsledare
 * fills in with the child and its guardians, and who sits in a team for the team and for the own verksamhet.
 */
export function mayRateAs(
  standings: readonly Standing[],
  rater: RaterKey,
  ownVerksamhet: UnitKind | null,
): boolean {
  if (standings.some((standing) => RESPONSIBLE.includes(standing))) return true;
  const { kind, suffix } = parseRater(rater);
  switch (kind) {
    case "barn":
    case "vardnadshavare":
      return standings.includes("samtalsledare");
    case "barnteam":
      return standings.includes("teammedlem");
    case "profession":
      return standings.includes("teammedlem") && suffix !== null && suffix === ownVerksamhet;
  }
}
