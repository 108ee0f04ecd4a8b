import { AREAS } from "@kompassen/domain/behovskompass";
import {
  type Comparison,
  compareSeries,
  type EquivalenceIndex,
  isComparable,
  type RuleSet,
  type Series,
  type SeriesEntry,
  type SeriesKey,
} from "@kompassen/domain/follow-up";
import type { CompassChoice } from "./choose-compasses.ts";

/** One area of the chosen compass against the earlier one. */
export type AreaReading = SeriesKey & {
  /** Null when the compass does not list the area. */
  readonly current: SeriesEntry | null;
  /** In the compass that is shown behind; the comparison may reach further back. */
  readonly previous: SeriesEntry | null;
  /** Null for a first rating: there is nothing to compare. */
  readonly comparison: Comparison | null;
};

type Rules = { readonly rules: RuleSet; readonly equivalences: EquivalenceIndex };

/** The eight areas of the chosen rater and compasses, in the model's order. */
export function readAreas(series: readonly Series[], choice: CompassChoice, rules: Rules): AreaReading[] {
  return AREAS.map((area) => {
    const own = series.find((one) => one.rater === choice.rater && one.area === area);
    const at = (compassId: string | undefined) =>
      own?.entries.find((entry) => entry.compassId === compassId) ?? null;
    const [current, previous] = [at(choice.current.compassId), at(choice.previous?.compassId)];
    const comparison = choice.isChosen
      ? comparePicked(previous, current, rules)
      : (own?.comparisons.find((one) => one.current.compassId === choice.current.compassId) ?? null);
    return { rater: choice.rater, area, current, previous, comparison };
  });
}

/** Two picked compasses by the same rules, but no signal: a signal belongs to a follow-up and its round. */
function comparePicked(
  previous: SeriesEntry | null,
  current: SeriesEntry | null,
  { rules, equivalences }: Rules,
): Comparison | null {
  if (previous === null || current === null) return null;
  const [comparison] = compareSeries([previous, current], rules, equivalences);
  if (comparison === undefined) return null;
  return isComparable(comparison) ? { ...comparison, signals: [], followUpsInARow: 0 } : comparison;
}
