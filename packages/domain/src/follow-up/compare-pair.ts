import { tally } from "../behovskompass/index.ts";
import {
  absoluteFraction,
  type Fraction,
  fraction,
  isAtLeast,
  isAtMost,
  subtractFractions,
} from "../shared/index.ts";
import { findCommonStatements } from "./common-statements.ts";
import type { CommonStatement, Reason } from "./comparison.ts";
import { type EquivalenceIndex, statementsBetween } from "./equivalences.ts";
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
  const [before, now] = [previous.rating, current.rating];
  if (previous.instrument === current.instrument) {
    if (before.kind === "single" && now.kind === "single") {
      return compareSingle(fraction(tally(before).sum), fraction(tally(now).sum), rules);
    }
    if (before.kind === "statements" && now.kind === "statements") {
      const { instrument, instrumentVersion } = current;
      const isSameVersion = previous.instrumentVersion === instrumentVersion;
      const mapped = isSameVersion
        ? null
        : statementsBetween(equivalences, instrument, previous.instrumentVersion, instrumentVersion);
      const common = findCommonStatements(before.answers, now.answers, mapped);
      const answered = { before: tally(before).count, now: tally(now).count };
      return compareStatements(common, answered, isSameVersion, rules);
    }
  }
  return { comparable: false, reason: "different_instrument", commonStatements: null };
}

/** Whether a difference goes up, the right way. */
export function isRise({ delta }: Pick<Change, "delta">): boolean {
  return Math.sign(delta.numerator) === 1;
}

function compareSingle(meanBefore: Fraction, meanNow: Fraction, { singleRating }: RuleSet): Change {
  const delta = subtractFractions(meanNow, meanBefore);
  const distance = absoluteFraction(delta);
  const size = isAtLeast(distance, singleRating.clear)
    ? "clear"
    : isAtLeast(distance, singleRating.small)
      ? "small"
      : "none";
  return { comparable: true, kind: "single", meanBefore, meanNow, delta, size, common: [], isPartial: false };
}

function compareStatements(
  common: readonly CommonStatement[],
  answered: { readonly before: number; readonly now: number },
  isSameVersion: boolean,
  rules: RuleSet,
): Change | NoChange {
  const count = common.length;
  if (count < commonNeeded(Math.min(answered.before, answered.now), rules)) {
    const reason = isSameVersion ? "too_few_common_statements" : "different_version";
    return { comparable: false, reason, commonStatements: count };
  }
  const meanBefore = fraction(sum(common.map((statement) => statement.before)), count);
  const meanNow = fraction(sum(common.map((statement) => statement.now)), count);
  const delta = subtractFractions(meanNow, meanBefore);
  return {
    comparable: true,
    kind: "statements",
    meanBefore,
    meanNow,
    delta,
    size: sizeOfMeans({ meanBefore, delta, count }, rules),
    common,
    isPartial: count < answered.before || count < answered.now,
  };
}

/** The larger of the fixed least number and the share of the smaller answered set, rounded up. */
function commonNeeded(smallerAnswered: number, { commonStatements: { atLeast, share } }: RuleSet): number {
  return Math.max(atLeast, Math.ceil((smallerAnswered * share.numerator) / share.denominator));
}

function sizeOfMeans(
  change: { readonly meanBefore: Fraction; readonly delta: Fraction; readonly count: number },
  { statementMeans: bands }: RuleSet,
): Size {
  const distance = absoluteFraction(change.delta);
  if (!isAtLeast(distance, bands.small)) return "none";
  if (!isRise(change) && isAtMost(change.meanBefore, bands.floorAtMost)) return "clear";
  const hasEnoughCommon = change.count >= bands.clearNeedsCommon;
  return hasEnoughCommon && isAtLeast(distance, bands.clear) ? "clear" : "small";
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
