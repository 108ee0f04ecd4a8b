import type { Comparable, Flag, Signal } from "./comparison.ts";
import type { RuleSet } from "./rule-set.ts";

/** The text of a statement by its key in the current version; null when it has none. */
export type StatementText = (key: string) => string | null;

/** One language's way of saying what a comparison found. Sentences end with a full stop. */
export type ExplanationWords = {
  readonly noValue: string;
  readonly lastValue: (value: string, date: string) => string;
  readonly onCommon: (count: number) => string;
  readonly inARow: (count: number) => string;
  /** The rest of the label's sentence: ", och tankar kvarstår". */
  readonly concern: (comparison: Comparable) => string;
  /** Why the band is another than the difference alone would give. */
  readonly bandNotes: (comparison: Comparable, rules: RuleSet) => readonly string[];
  readonly flag: (
    flag: Flag,
    comparison: Comparable,
    rules: RuleSet,
    statementText: StatementText | undefined,
  ) => string;
  readonly because: (signal: Signal, comparison: Comparable) => string;
  readonly rule: (kind: Comparable["kind"], rules: RuleSet) => string;
  readonly ruleName: (rules: RuleSet) => string;
};

/** Why a decline is raised: what it is by itself, else that it is the second in a row. */
export type DeclineCause = "clear" | "thoughts_remain" | "second_in_a_row";

export function declineCause({ label, concern, concernBasis, flags }: Comparable): DeclineCause {
  if (label === "clear_decline") return "clear";
  const isPresumedTooSoon = concernBasis === "presumed" && flags.includes("short_interval");
  return concern && !isPresumedTooSoon ? "thoughts_remain" : "second_in_a_row";
}
