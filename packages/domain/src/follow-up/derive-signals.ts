import type { ComparableLabel, ConcernBasis, Flag, Signal } from "./comparison.ts";
import { SIGNALS } from "./comparison.ts";
import { isCountable } from "./derive-flags.ts";

/** What a comparison says by itself, before its place in the series is considered. */
export type Finding = {
  readonly label: ComparableLabel;
  readonly concern: boolean;
  readonly concernBasis: ConcernBasis;
  readonly flags: readonly Flag[];
};

/** What the series says of the time before a comparison. */
export type Before = {
  /** The comparison just before it in the series was some_decline. */
  readonly followsSomeDecline: boolean;
  /** The latest earlier countable comparison. */
  readonly lastCountable: Finding | null;
  /** From where that comparison started to the current compass: a clear improvement? */
  readonly isClearImprovementOverWindow: boolean;
};

/** The labels after which a further follow-up without change is prolonged. */
const WITHOUT_CLEAR_GAIN: readonly ComparableLabel[] = [
  "unchanged",
  "some_improvement",
  "some_decline",
  "clear_decline",
];

/** What is raised to the responsible, in the fixed order. */
export function deriveSignals(finding: Finding, before: Before): Signal[] {
  const remaining = isRemaining(finding);
  const stagnation = finding.label === "unchanged" && remaining;
  const concernRemains =
    finding.label === "some_improvement" && finding.concern && finding.concernBasis === "answered";
  const remainingDecline = finding.label === "some_decline" && remaining;
  const holds: Record<Signal, boolean> = {
    decline:
      finding.label === "clear_decline" ||
      remainingDecline ||
      (finding.label === "some_decline" && before.followsSomeDecline),
    stagnation,
    concern_remains: concernRemains,
    prolonged_stagnation:
      isCountable(finding.flags) &&
      (stagnation || concernRemains || remainingDecline) &&
      leftConcernWithoutClearGain(before.lastCountable) &&
      !before.isClearImprovementOverWindow,
  };
  return SIGNALS.filter((signal) => holds[signal]);
}

function leftConcernWithoutClearGain(last: Finding | null): boolean {
  if (last === null) return false;
  return last.concern && WITHOUT_CLEAR_GAIN.includes(last.label);
}

/** Thoughts remain, and they are either a person's answer or not presumed after too short a time. */
function isRemaining({ concern, concernBasis, flags }: Finding): boolean {
  return concern && (concernBasis === "answered" || !flags.includes("short_interval"));
}
