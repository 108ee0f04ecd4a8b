import type { PersonRole } from "@kompassen/domain/people";
import { type MainPlace, mainPlacesOf } from "./main-places.ts";

const STATISTICS: readonly PersonRole[] = ["styrgrupp", "processledning", "statistikansvarig", "utvarderare"];
const CASELOAD: readonly PersonRole[] = [
  "barnkontakt",
  "stodsamordnare",
  "samtalsledare",
  "teammedlem",
  "samordnare",
];

export function readsStatistics(roles: readonly PersonRole[]): boolean {
  return roles.some((role) => STATISTICS.includes(role));
}

/** Where the day begins: with the children, else at the first place that the roles lead to. */
export function landingPath(roles: readonly PersonRole[]): "/barn" | MainPlace["href"] {
  if (roles.some((role) => CASELOAD.includes(role))) return "/barn";
  return mainPlacesOf(roles)[0]?.href ?? "/barn";
}
