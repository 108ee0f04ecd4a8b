import type { UnitKind } from "../people/index.ts";
import type { LocalText } from "../shared/index.ts";

/** Whose rules decide how long a child's data is kept: the authority of the unit where the child was last. */
export const AUTHORITIES = ["skola", "socialtjanst", "halso_och_sjukvard", "polis", "ovrig"] as const;

export type Authority = (typeof AUTHORITIES)[number];

const OF_KIND: Record<UnitKind, Authority> = {
  mvc: "halso_och_sjukvard",
  bvc: "halso_och_sjukvard",
  forskola: "skola",
  grundskola: "skola",
  elevhalsa: "skola",
  socialtjanst: "socialtjanst",
  forsta_linjen: "halso_och_sjukvard",
  bup: "halso_och_sjukvard",
  polis: "polis",
  annan: "ovrig",
};

export function authorityOf(kind: UnitKind): Authority {
  return OF_KIND[kind];
}

const NAMES: Record<Authority, LocalText> = {
  skola: { sv: "Förskola och skola", en: "Preschool and school" },
  socialtjanst: { sv: "Socialtjänst", en: "Social services" },
  halso_och_sjukvard: { sv: "Hälso- och sjukvård", en: "Health care" },
  polis: { sv: "Polis", en: "Police" },
  ovrig: { sv: "Övriga", en: "Others" },
};

export function authorityName(authority: Authority, language: keyof LocalText): string {
  return NAMES[authority][language];
}
