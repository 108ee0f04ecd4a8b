import { tally } from "../behovskompass/index.ts";
import {
  absoluteFraction,
  compareFractions,
  type Fraction,
  fraction,
  isAtLeast,
  isAtMost,
  subtractFractions,
} from "../shared/index.ts";
import { findCommonStatements } from "./common-statements.ts";
import type { CommonStatement, Reason } from "./comparison.ts";
import type { EquivalenceIndex } from "./equivalences.ts";
import type { RuleSet } from "./rule-set.ts";
import type { SeriesEntry } from "./series-entry.ts";

/** How large a change is on its scale, before concern and target give it its label. */
type Size = "none" | "small" | "clear";

export type Change = {
  readonly comparable: true;
  readonly kind: "single" | "statements";
  readonly meanBefore: Fraction;
  readonly meanNow: Fraction;
  readonly delta: Fraction;
  readonly size: Size;
  /** Empty for a single rating. */
  readonly common: readonly CommonStatement[];
  /** True when some statement was answered in only one of the two. */
  readonly isPartial: boolean;
};

export type NoChange = {
  readonly comparable: false;
  readonly reason: Extract<
    Reason,
    "different_instrument" | "different_version" | "too_few_common_statements"
  >;
  readonly commonStatements: number | null;
};

/** Compares two compasses of one series that both have a score. */
export function comparePair(
  previous: SeriesEntry,
  current: SeriesEntry,
  rules: RuleSet,
  equivalences: EquivalenceIndex,
): Change | NoChange {
  if (previous.instrument !== current.instrument || previous.rating.kind !== current.rating.kind) {
    return { comparable: false, reason: "different_instrument", commonStatements: null };
  }
  if (current.rating.kind === "single") return compareSingle(previous, current, rules);
  return compareStatements(previous, current, rules, equivalences);
}

function compareSingle(previous: SeriesEntry, current: SeriesEntry, rules: RuleSet): Change {
  const meanBefore = fraction(tally(previous.rating).sum);
  const meanNow = fraction(tally(current.rating).sum);
  const delta = subtractFractions(meanNow, meanBefore);
  const { small, clear } = rules.singleRating;
  const size = isAtLeast(absoluteFraction(delta), clear)
    ? "clear"
    : isAtLeast(absoluteFraction(delta), small)
      ? "small"
      : "none";
  return { comparable: true, kind: "single", meanBefore, meanNow, delta, size, common: [], isPartial: false };
}

function compareStatements(
  previous: SeriesEntry,
  current: SeriesEntry,
  rules: RuleSet,
  equivalences: EquivalenceIndex,
): Change | NoChange {
  const common = findCommonStatements(previous, current, equivalences);
  const answeredBefore = tally(previous.rating).count;
  const answeredNow = tally(current.rating).count;
  if (common.length < commonNeeded(Math.min(answeredBefore, answeredNow), rules)) {
    const isSameVersion = previous.instrumentVersion === current.instrumentVersion;
    const reason = isSameVersion ? "too_few_common_statements" : "different_version";
    return { comparable: false, reason, commonStatements: common.length };
  }
  const meanBefore = fraction(sum(common.map(({ before }) => before)), common.length);
  const meanNow = fraction(sum(common.map(({ now }) => now)), common.length);
  const delta = subtractFractions(meanNow, meanBefore);
  return {
    comparable: true,
    kind: "statements",
    meanBefore,
    meanNow,
    delta,
    size: sizeOfMeans({ meanBefore, delta, commonStatements: common.length }, rules),
    common,
    isPartial: common.length < answeredBefore || common.length < answeredNow,
  };
}

/** The larger of the fixed least number and the share of the smaller answered set, rounded up. */
function commonNeeded(smallerAnswered: number, { commonStatements: { atLeast, share } }: RuleSet): number {
  return Math.max(atLeast, Math.ceil((smallerAnswered * share.numerator) / share.denominator));
}

function sizeOfMeans(
  change: { meanBefore: Fraction; delta: Fraction; commonStatements: number },
  { statementMeans: bands }: RuleSet,
): Size {
  const distance = absoluteFraction(change.delta);
  if (!isAtLeast(distance, bands.small)) return "none";
  const isDrop = compareFractions(change.delta, fraction(0)) < 0;
  if (isDrop && isAtMost(change.meanBefore, bands.floorAtMost)) return "clear";
  const hasEnoughCommon = change.commonStatements >= bands.clearNeedsCommon;
  return hasEnoughCommon && isAtLeast(distance, bands.clear) ? "clear" : "small";
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
