import type { PersonRole } from "@kompassen/domain/people";
import { type MainPlace, mainPlacesOf } from "./main-places.ts";

const CASELOAD: readonly PersonRole[] = [
  "barnkontakt",
  "stodsamordnare",
  "samtalsledare",
  "teammedlem",
  "samordnare",
];

/** Where the day begins: with the children, else at the first place that the roles lead to. */
export function landingPath(roles: readonly PersonRole[]): "/barn" | MainPlace["href"] {
  if (roles.some((role) => CASELOAD.includes(role))) return "/barn";
  return mainPlacesOf(roles)[0]?.href ?? "/barn";
}
