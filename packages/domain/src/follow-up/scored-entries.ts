import { areaScore } from "../behovskompass/index.ts";
import type { Fraction } from "../shared/index.ts";
import type { SeriesEntry } from "./series-entry.ts";

export type ScoredEntry = { readonly entry: SeriesEntry; readonly score: Fraction };

/** The compasses of a series that have a score, in the order given. */
export function scoredEntries(entries: readonly SeriesEntry[]): ScoredEntry[] {
  return entries.flatMap((entry) => {
    const score = areaScore(entry.rating);
    return score === null ? [] : [{ entry, score }];
  });
}
