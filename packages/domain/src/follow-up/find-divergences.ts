import { AREAS, type Area, type RaterKey } from "../behovskompass/index.ts";
import {
  compareFractions,
  daysBetween,
  type Fraction,
  isAtLeast,
  type LocalDate,
  subtractFractions,
} from "../shared/index.ts";
import type { RatedSeries } from "./list-series.ts";
import type { RuleSet } from "./rule-set.ts";
import { scoredEntries } from "./scored-entries.ts";

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
export function findDivergences(
  series: readonly RatedSeries[],
  asOf: LocalDate,
  rules: RuleSet,
): Divergence[] {
  const found = AREAS.flatMap((area) => {
    const latest = series.filter((one) => one.area === area).flatMap((one) => latestScore(one, asOf));
    return compareRatings(area, keepRecent(latest, rules), rules);
  });
  return [
    ...found.filter(({ isChildLowest }) => isChildLowest),
    ...found.filter(({ isChildLowest }) => !isChildLowest),
  ];
}

function latestScore({ rater, entries }: RatedSeries, asOf: LocalDate): RatedScore[] {
  return scoredEntries(entries)
    .filter(({ entry }) => entry.assessedOn <= asOf)
    .slice(-1)
    .map(({ entry: { compassId, assessedOn }, score }) => ({ rater, compassId, assessedOn, score }));
}

/** Within the rule's days of every later one, the newest among them. */
function keepRecent(ratings: readonly RatedScore[], { divergence }: RuleSet): RatedScore[] {
  return ratings.filter(({ assessedOn }) =>
    ratings.every((other) => daysBetween(assessedOn, other.assessedOn) <= divergence.withinDays),
  );
}

/** Of raters who agree the first in rater order is named. */
function compareRatings(area: Area, ratings: readonly RatedScore[], { divergence }: RuleSet): Divergence[] {
  const [first, ...others] = ratings;
  if (first === undefined) return [];
  const isLower = (a: RatedScore, b: RatedScore) => compareFractions(a.score, b.score) < 0;
  const lowest = others.reduce((low, rating) => (isLower(rating, low) ? rating : low), first);
  const highest = others.reduce((high, rating) => (isLower(high, rating) ? rating : high), first);
  const difference = subtractFractions(highest.score, lowest.score);
  if (!isAtLeast(difference, divergence.atLeast)) return [];
  const isChildLowest = lowest.rater === "barn" && others.every((rating) => isLower(lowest, rating));
  return [{ area, ratings, lowest, highest, difference, isChildLowest }];
}
