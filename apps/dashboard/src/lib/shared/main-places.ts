import type { PersonRole } from "@kompassen/domain/people";

const FOLLOWS: readonly PersonRole[] = ["barnkontakt", "stodsamordnare"];

/** The main places of the product, in their order in the navigation, and for whom each is. */
const MAIN_PLACES = [
  { href: "/barn", label: "caseload", roles: FOLLOWS },
  { href: "/team", label: "teams", roles: [...FOLLOWS, "teammedlem", "samordnare"] },
  { href: "/inlasning", label: "importFile", roles: FOLLOWS },
  {
    href: "/statistik",
    label: "statistics",
    roles: ["styrgrupp", "processledning", "statistikansvarig", "utvarderare"],
  },
  { href: "/logg", label: "logReview", roles: ["loggranskare", "dataskyddsombud"] },
  { href: "/administration", label: "administration", roles: ["administrator"] },
  { href: "/gallring", label: "retention", roles: ["dataskyddsombud", "administrator"] },
] as const satisfies readonly { href: string; label: string; roles: readonly PersonRole[] }[];

export type MainPlace = (typeof MAIN_PLACES)[number];

export function mainPlacesOf(roles: readonly PersonRole[]): readonly MainPlace[] {
  return MAIN_PLACES.filter((place) => place.roles.some((role) => roles.includes(role)));
}
