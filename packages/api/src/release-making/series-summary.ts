import type { CellTally, CountsAudit, MeansAudit } from "@kompassen/disclosure";

/** What the possible worlds proved of one table or of a whole release. */
export interface SeriesSummary {
  readonly published: number;
  readonly primary: number;
  readonly secondary: number;
  readonly notApplicable: number;
  /** Small counts and groups that had to stay open. */
  readonly sensitive: number;
  readonly worlds: number;
  readonly exactDisclosures: number;
  /** Small counts of a unit not covered for a reader who knows one child there. */
  readonly openToParents: number;
}

export const NOTHING: SeriesSummary = {
  published: 0,
  primary: 0,
  secondary: 0,
  notApplicable: 0,
  sensitive: 0,
  worlds: 0,
  exactDisclosures: 0,
  openToParents: 0,
};

export function summarizeSeries(tally: CellTally, audit: CountsAudit | MeansAudit): SeriesSummary {
  const { published, primary, secondary, notApplicable } = tally;
  const { sensitive, worlds, exactDisclosures } = audit;
  const openToParents = "openToParents" in audit ? audit.openToParents : 0;
  return { published, primary, secondary, notApplicable, sensitive, worlds, exactDisclosures, openToParents };
}

export function addSummaries(a: SeriesSummary, b: SeriesSummary): SeriesSummary {
  return {
    published: a.published + b.published,
    primary: a.primary + b.primary,
    secondary: a.secondary + b.secondary,
    notApplicable: a.notApplicable + b.notApplicable,
    sensitive: a.sensitive + b.sensitive,
    worlds: a.worlds + b.worlds,
    exactDisclosures: a.exactDisclosures + b.exactDisclosures,
    openToParents: a.openToParents + b.openToParents,
  };
}
