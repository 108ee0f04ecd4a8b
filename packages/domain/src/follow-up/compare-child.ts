import type { ChildHistory } from "./child-history.ts";
import { compareSeries } from "./compare-series.ts";
import type { Comparison } from "./comparison.ts";
import { type EquivalenceIndex, NO_EQUIVALENCES } from "./equivalences.ts";
import { listSeries, type RatedSeries } from "./list-series.ts";
import type { RuleSet } from "./rule-set.ts";

/** One series with a comparison for each of its compasses after the first. */
export type Series = RatedSeries & { readonly comparisons: readonly Comparison[] };

/** Every series of one child, sorted by rater and then by area in the model's order. */
export function compareChild(
  history: ChildHistory,
  rules: RuleSet,
  equivalences: EquivalenceIndex = NO_EQUIVALENCES,
): Series[] {
  return listSeries(history).map((series) => ({
    ...series,
    comparisons: compareSeries(series.entries, rules, equivalences),
  }));
}
