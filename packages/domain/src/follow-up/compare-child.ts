import {
  type AgeForm,
  AREAS,
  type Area,
  type AreaRatings,
  compareRaters,
  type InstrumentId,
  type RaterKey,
} from "../behovskompass/index.ts";
import { compareText, type LocalDate } from "../shared/index.ts";
import { compareSeries } from "./compare-series.ts";
import type { Comparison } from "./comparison.ts";
import { type EquivalenceIndex, NO_EQUIVALENCES } from "./equivalences.ts";
import type { RuleSet } from "./rule-set.ts";
import { NO_THOUGHTS, type SeriesEntry, type SeriesKey, type Thoughts } from "./series-entry.ts";

/** One rater's answers in one compass (a round, which holds at most one assessment a rater). */
export type Assessment = {
  readonly compassId: string;
  readonly rater: RaterKey;
  readonly assessedOn: LocalDate;
  readonly registeredOn: LocalDate;
  readonly instrument: InstrumentId;
  readonly instrumentVersion: string;
  readonly ageForm: AgeForm | null;
  /** Only the areas the compass lists; a listed area may still be unanswered. */
  readonly ratings: AreaRatings;
};

/** What was said after a compass, per compass id and area, for every rater of it. */
export type ThoughtsByCompass = ReadonlyMap<string, ReadonlyMap<Area, Thoughts>>;

export type ChildHistory = {
  readonly assessments: readonly Assessment[];
  readonly thoughts: ThoughtsByCompass;
};

/** One series with its compasses in order of assessment and a comparison for each after the first. */
export type Series = SeriesKey & {
  readonly entries: readonly SeriesEntry[];
  readonly comparisons: readonly Comparison[];
};

/** Every series of one child, sorted by rater and then by area in the model's order. */
export function compareChild(
  history: ChildHistory,
  rules: RuleSet,
  equivalences: EquivalenceIndex = NO_EQUIVALENCES,
): Series[] {
  const byRater = Map.groupBy(history.assessments, ({ rater }) => rater);
  return [...byRater]
    .toSorted(([a], [b]) => compareRaters(a, b))
    .flatMap(([rater, assessments]) =>
      AREAS.flatMap((area) => {
        const entries = toEntries(assessments, area, history.thoughts);
        if (entries.length === 0) return [];
        return [{ rater, area, entries, comparisons: compareSeries(entries, rules, equivalences) }];
      }),
    );
}

function toEntries(
  assessments: readonly Assessment[],
  area: Area,
  thoughts: ThoughtsByCompass,
): SeriesEntry[] {
  return assessments
    .flatMap(({ ratings, rater: _, ...assessment }) => {
      const rating = ratings.get(area);
      if (rating === undefined) return [];
      const said = thoughts.get(assessment.compassId)?.get(area) ?? NO_THOUGHTS;
      return [{ ...assessment, rating, thoughts: said }];
    })
    .toSorted((a, b) => compareText(a.assessedOn, b.assessedOn));
}
