import type { PersonRole } from "@kompassen/domain/people";

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

/** Where the day begins: with the children, or with the statistics for those whose roles open no child. */
export function landingPath(roles: readonly PersonRole[]): "/barn" | "/statistik" {
  const isAmongChildren = roles.some((role) => CASELOAD.includes(role));
  return readsStatistics(roles) && !isAmongChildren ? "/statistik" : "/barn";
}
