import { areaScore } from "../behovskompass/index.ts";
import { compareText, daysBetween, type Fraction } from "../shared/index.ts";
import { type Change, comparePair, isRise } from "./compare-pair.ts";
import type { Comparable, Comparison, NotComparable, ScoredCompass } from "./comparison.ts";
import { deriveConcern, isKeptWell } from "./derive-concern.ts";
import { deriveFlags, isCountable } from "./derive-flags.ts";
import { deriveLabel } from "./derive-label.ts";
import { deriveSignals } from "./derive-signals.ts";
import { type EquivalenceIndex, NO_EQUIVALENCES } from "./equivalences.ts";
import type { RuleSet } from "./rule-set.ts";
import type { SeriesEntry } from "./series-entry.ts";

type Scored = { readonly entry: SeriesEntry; readonly compass: ScoredCompass };

/** A comparison that can count towards prolonged stagnation, with the compass it started from. */
type Countable = { readonly comparison: Comparable; readonly start: SeriesEntry };

/** What is remembered while a series is read from its first compass to its last. */
type Past = {
  lastScored: Scored | null;
  lastComparison: Comparison | null;
  lastCountable: Countable | null;
};

/**
 * Compares every compass after the first with the latest earlier one that has a score, in the order of
 * assessment. Source: the guide, Uppföljning and appendices 3 and 5a.
 * @param entries the compasses of one series in any order, no two assessed on one day
 */
export function compareSeries(
  entries: readonly SeriesEntry[],
  rules: RuleSet,
  equivalences: EquivalenceIndex = NO_EQUIVALENCES,
): Comparison[] {
  const past: Past = { lastScored: null, lastComparison: null, lastCountable: null };
  const comparisons: Comparison[] = [];
  const inOrder = entries.toSorted((a, b) => compareText(a.assessedOn, b.assessedOn));
  for (const [index, entry] of inOrder.entries()) {
    const score = areaScore(entry.rating);
    if (index > 0) {
      const comparison = compareWithPast(entry, score, past, rules, equivalences);
      comparisons.push(comparison);
      past.lastComparison = comparison;
    }
    if (score !== null) past.lastScored = { entry, compass: { ...toCompared(entry), score } };
  }
  return comparisons;
}

function compareWithPast(
  entry: SeriesEntry,
  score: Fraction | null,
  past: Past,
  rules: RuleSet,
  equivalences: EquivalenceIndex,
): Comparison {
  const { lastScored } = past;
  const previous = lastScored === null ? null : lastScored.compass;
  const current = { ...toCompared(entry), score };
  const notComparable = (reason: NotComparable["reason"], commonStatements: number | null) =>
    ({ label: "not_comparable", reason, previous, current, score, commonStatements }) as const;

  if (score === null) return notComparable("missing_now", null);
  if (lastScored === null) return notComparable("missing_before", null);
  const start = lastScored.entry;
  const change = comparePair(start, entry, rules, equivalences);
  if (!change.comparable) return notComparable(change.reason, change.commonStatements);

  const comparison = toComparable(
    { start, entry, previous: lastScored.compass, current: { ...current, score }, change },
    past,
    rules,
    equivalences,
  );
  if (isCountable(comparison.flags)) past.lastCountable = { comparison, start };
  return comparison;
}

function toComparable(
  pair: {
    readonly start: SeriesEntry;
    readonly entry: SeriesEntry;
    readonly previous: ScoredCompass;
    readonly current: ScoredCompass;
    readonly change: Change;
  },
  past: Past,
  rules: RuleSet,
  equivalences: EquivalenceIndex,
): Comparable {
  const { start, entry, previous, current, change } = pair;
  const { score } = current;
  const concern = deriveConcern(score, entry.thoughts, rules);
  const droppedStatements = change.common.filter(({ before, now }) => before - now >= rules.statementDrop);
  const hasDropped = droppedStatements.length > 0;
  const intervalDays = daysBetween(start.assessedOn, entry.assessedOn);
  const flags = deriveFlags(start, entry, { intervalDays, isPartial: change.isPartial, hasDropped }, rules);
  const label = deriveLabel(change, {
    isKeptWell: isKeptWell(score, concern, entry.thoughts, rules),
    hasDroppedStatement: hasDropped,
  });
  const finding = { label, concern: concern.remains, concernBasis: concern.basis, flags };
  const { lastComparison, lastCountable } = past;
  const signals = deriveSignals(finding, {
    followsSomeDecline: lastComparison?.label === "some_decline",
    lastCountable: lastCountable === null ? null : lastCountable.comparison,
    isClearImprovementOverWindow:
      lastCountable !== null && isClearImprovement(lastCountable.start, entry, rules, equivalences),
  });
  return {
    ...finding,
    previous,
    current,
    kind: change.kind,
    meanBefore: change.meanBefore,
    meanNow: change.meanNow,
    delta: change.delta,
    score,
    commonStatements: change.kind === "single" ? 1 : change.common.length,
    target: entry.thoughts.target,
    intervalDays,
    droppedStatements,
    signals,
    ...prolonged(signals, lastCountable),
  };
}

function isClearImprovement(
  start: SeriesEntry,
  end: SeriesEntry,
  rules: RuleSet,
  equivalences: EquivalenceIndex,
): boolean {
  const change = comparePair(start, end, rules, equivalences);
  return change.comparable && change.size === "clear" && isRise(change);
}

function prolonged(
  signals: Comparable["signals"],
  lastCountable: Countable | null,
): Pick<Comparable, "followUpsInARow" | "withoutClearGainSince"> {
  const continued = signals.includes("prolonged_stagnation") ? lastCountable : null;
  if (continued === null) {
    return { followUpsInARow: signals.length === 0 ? 0 : 1, withoutClearGainSince: null };
  }
  // The one before may have raised nothing itself, and is still the first in the row.
  const before = Math.max(1, continued.comparison.followUpsInARow);
  const since = continued.comparison.withoutClearGainSince ?? continued.start.assessedOn;
  return { followUpsInARow: before + 1, withoutClearGainSince: since };
}

function toCompared({ compassId, assessedOn, ageForm }: SeriesEntry): Omit<ScoredCompass, "score"> {
  return { compassId, assessedOn, ageForm };
}
