import type { AgeForm } from "../behovskompass/index.ts";
import type { Fraction, LocalDate } from "../shared/index.ts";

export const COMPARABLE_LABELS = [
  "clear_improvement",
  "some_improvement",
  "maintained",
  "unchanged",
  "some_decline",
  "clear_decline",
] as const;

export type ComparableLabel = (typeof COMPARABLE_LABELS)[number];

export type Label = ComparableLabel | "not_comparable";

/** In the order they are tried: the first that holds is the reason. */
export const REASONS = [
  "missing_now",
  "missing_before",
  "different_instrument",
  "different_version",
  "too_few_common_statements",
] as const;

export type Reason = (typeof REASONS)[number];

export const FLAGS = [
  "short_interval",
  "long_interval",
  "late_registration",
  "common_statements_only",
  "statement_drop",
  "different_age_form",
] as const;

export type Flag = (typeof FLAGS)[number];

export const SIGNALS = ["decline", "stagnation", "concern_remains", "prolonged_stagnation"] as const;

export type Signal = (typeof SIGNALS)[number];

/** answered: a person said so. presumed: taken from the score, and the answer is asked for. */
export type ConcernBasis = "answered" | "presumed";

/** The compass a comparison starts from or ends at. */
export type ComparedCompass = {
  readonly compassId: string;
  readonly assessedOn: LocalDate;
  readonly ageForm: AgeForm | null;
  /** The full mean of all answered; null without a score. */
  readonly score: Fraction | null;
};

/** One that was compared with: it has a score. */
export type ScoredCompass = ComparedCompass & { readonly score: Fraction };

/** Two compasses of one series that cannot be compared: grey in every view, never green. */
export type NotComparable = {
  readonly label: "not_comparable";
  readonly reason: Reason;
  readonly previous: ScoredCompass | null;
  readonly current: ComparedCompass;
  /** Shown unless the score is missing now. */
  readonly score: Fraction | null;
  /** How many statements both answered, when that is why they cannot be compared. */
  readonly commonStatements: number | null;
};

/** A statement answered in both compasses, by its key in each version. */
export type CommonStatement = {
  readonly previousKey: string;
  readonly currentKey: string;
  readonly before: number;
  readonly now: number;
};

export type Comparable = {
  readonly label: ComparableLabel;
  readonly previous: ScoredCompass;
  readonly current: ScoredCompass;
  readonly kind: "single" | "statements";
  /** On the common statements; for a single rating the rating itself. */
  readonly meanBefore: Fraction;
  readonly meanNow: Fraction;
  readonly delta: Fraction;
  /** The full mean now, which the delta need not reach from the full mean before. */
  readonly score: Fraction;
  /** 1 for a single rating. */
  readonly commonStatements: number;
  readonly concern: boolean;
  readonly concernBasis: ConcernBasis;
  readonly target: Fraction | null;
  readonly intervalDays: number;
  /** The common statements that fell far enough to be shown by themselves. */
  readonly droppedStatements: readonly CommonStatement[];
  readonly flags: readonly Flag[];
  readonly signals: readonly Signal[];
  /** Follow-ups in a row that raised the area, this one included; 0 when this one does not. */
  readonly followUpsInARow: number;
  /** With a prolonged stagnation: the compass from which there has been no clear gain. */
  readonly withoutClearGainSince: LocalDate | null;
};

export type Comparison = NotComparable | Comparable;

export function isComparable(comparison: Comparison): comparison is Comparable {
  return comparison.label !== "not_comparable";
}
