import { type Area, areaScore, PROTECTIVE_AREAS, type RaterKey } from "../behovskompass/index.ts";
import { compareText, type Fraction, isAtMost, type LocalDate } from "../shared/index.ts";
import type { Series } from "./compare-child.ts";
import { isComparable } from "./comparison.ts";
import { type Divergence, findDivergences } from "./find-divergences.ts";
import type { RuleSet } from "./rule-set.ts";
import { scoredEntries } from "./scored-entries.ts";
import type { SeriesEntry } from "./series-entry.ts";

/** What to talk about that no number decides. No prompt delays an anmälan. */
export type Prompt =
  | {
      /** Prata vidare: the child's first rating of the area is low. */
      readonly kind: "first_low_rating";
      readonly area: Area;
      readonly score: Fraction;
      /** In Omsorg and Trygghet: consider whether an anmälan is needed. */
      readonly considerAnmalan: boolean;
    }
  | {
      /** The child rated the area last time and gives no value now. */
      readonly kind: "newly_silent";
      readonly area: Area;
      readonly before: Fraction;
      readonly beforeOn: LocalDate;
    }
  | ({ readonly kind: "divergence" } & Divergence)
  | {
      /** The whole has another shape: which areas are low is not what it was. */
      readonly kind: "low_areas_moved";
      readonly rater: RaterKey;
      readonly noLongerLow: readonly Area[];
      readonly newlyLow: readonly Area[];
    };

/**
 * The prompts of one round.
 * @param series every series of one child, sorted by rater and area
 */
export function derivePrompts(series: readonly Series[], compassId: string, rules: RuleSet): Prompt[] {
  const own = series.filter(({ rater }) => rater === "barn");
  return [
    ...own.flatMap((one) => firstLowRating(one, compassId, rules)),
    ...own.flatMap((one) => newlySilent(one, compassId)),
    ...divergencesIn(series, compassId, rules),
    ...lowAreasMoved(series, compassId, rules),
  ];
}

function firstLowRating({ area, entries }: Series, compassId: string, rules: RuleSet): Prompt[] {
  const [first] = scoredEntries(entries);
  if (first === undefined || first.entry.compassId !== compassId) return [];
  if (!isAtMost(first.score, rules.firstLowAtMost)) return [];
  const considerAnmalan = PROTECTIVE_AREAS.includes(area);
  return [{ kind: "first_low_rating", area, score: first.score, considerAnmalan }];
}

function newlySilent({ area, entries }: Series, compassId: string): Prompt[] {
  return entries.flatMap((current, index): Prompt[] => {
    const [before] = scoredEntries(entries.slice(0, index).slice(-1));
    if (before === undefined || current.compassId !== compassId) return [];
    if (areaScore(current.rating) !== null) return [];
    return [{ kind: "newly_silent", area, before: before.score, beforeOn: before.entry.assessedOn }];
  });
}

/** Those that a rating of this round is part of, as things stood on its last day. */
function divergencesIn(series: readonly Series[], compassId: string, rules: RuleSet): Prompt[] {
  const days = entriesOf(series, compassId).map(({ assessedOn }) => assessedOn);
  const lastDay = days.toSorted(compareText).slice(-1);
  return lastDay
    .flatMap((day) => findDivergences(series, day, rules))
    .filter(({ ratings }) => ratings.some((rating) => rating.compassId === compassId))
    .map((divergence) => ({ kind: "divergence", ...divergence }));
}

function entriesOf(series: readonly Series[], compassId: string): SeriesEntry[] {
  return series.flatMap(({ entries }) => entries.filter((entry) => entry.compassId === compassId));
}

/** Only areas that can be compared have moved; the others were not seen from both sides. */
function lowAreasMoved(series: readonly Series[], compassId: string, rules: RuleSet): Prompt[] {
  const byRater = Map.groupBy(series, ({ rater }) => rater);
  return [...byRater].flatMap(([rater, own]): Prompt[] => {
    const moves = own.flatMap(({ area, comparisons }) =>
      comparisons
        .filter(isComparable)
        .filter(({ current }) => current.compassId === compassId)
        .map(({ meanBefore, meanNow }) => ({
          area,
          wasLow: isAtMost(meanBefore, rules.lowAreaAtMost),
          isLow: isAtMost(meanNow, rules.lowAreaAtMost),
        })),
    );
    const noLongerLow = moves.filter(({ wasLow, isLow }) => wasLow && !isLow).map(({ area }) => area);
    const newlyLow = moves.filter(({ wasLow, isLow }) => !wasLow && isLow).map(({ area }) => area);
    const hasMoved = noLongerLow.length > 0 && newlyLow.length > 0;
    return hasMoved ? [{ kind: "low_areas_moved", rater, noLongerLow, newlyLow }] : [];
  });
}
