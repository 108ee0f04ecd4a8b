import { AREAS, type Area, areaScore, type RaterKey } from "../behovskompass/index.ts";
import {
  compareFractions,
  compareText,
  daysBetween,
  type Fraction,
  isAtLeast,
  type LocalDate,
  subtractFractions,
} from "../shared/index.ts";
import type { Series } from "./compare-child.ts";
import type { RuleSet } from "./rule-set.ts";

/** One rater's score of an area on a day. */
export type RatedScore = {
  readonly rater: RaterKey;
  readonly compassId: string;
  readonly assessedOn: LocalDate;
  readonly score: Fraction;
};

/** Raters who see an area differently at the same time: information for the conversation, not an error. */
export type Divergence = {
  readonly area: Area;
  /** Every rating compared, in rater order. */
  readonly ratings: readonly RatedScore[];
  readonly lowest: RatedScore;
  readonly highest: RatedScore;
  readonly difference: Fraction;
  /** The child rates lower than every adult. */
  readonly isChildLowest: boolean;
};

/**
 * The latest score of each rater on a day, those within the rule's days of the newest one. The areas
 * where the child is lower than the adults come first, then the model's order.
 * @param series every series of one child, sorted by rater and area
 */
export function findDivergences(series: readonly Series[], asOf: LocalDate, rules: RuleSet): Divergence[] {
  const found = AREAS.flatMap((area) => {
    const latest = series.filter((one) => one.area === area).flatMap((one) => latestScore(one, asOf));
    const divergence = compareRatings(area, keepRecent(latest, rules), rules);
    return divergence === null ? [] : [divergence];
  });
  return [
    ...found.filter(({ isChildLowest }) => isChildLowest),
    ...found.filter(({ isChildLowest }) => !isChildLowest),
  ];
}

function latestScore({ rater, entries }: Series, asOf: LocalDate): RatedScore[] {
  return entries
    .filter(({ assessedOn }) => assessedOn <= asOf)
    .flatMap(({ compassId, assessedOn, rating }) => {
      const score = areaScore(rating);
      return score === null ? [] : [{ rater, compassId, assessedOn, score }];
    })
    .slice(-1);
}

function keepRecent(ratings: readonly RatedScore[], { divergence }: RuleSet): RatedScore[] {
  const newest = ratings.toSorted((a, b) => compareText(a.assessedOn, b.assessedOn)).at(-1);
  if (newest === undefined) return [];
  return ratings.filter(
    ({ assessedOn }) => daysBetween(assessedOn, newest.assessedOn) <= divergence.withinDays,
  );
}

function compareRatings(
  area: Area,
  ratings: readonly RatedScore[],
  { divergence }: RuleSet,
): Divergence | null {
  const byScore = ratings.toSorted((a, b) => compareFractions(a.score, b.score));
  const [lowest, next] = byScore;
  const highest = byScore.at(-1);
  if (lowest === undefined || next === undefined || highest === undefined) return null;
  const difference = subtractFractions(highest.score, lowest.score);
  if (!isAtLeast(difference, divergence.atLeast)) return null;
  const isChildLowest = lowest.rater === "barn" && compareFractions(lowest.score, next.score) < 0;
  return { area, ratings, lowest, highest, difference, isChildLowest };
}
