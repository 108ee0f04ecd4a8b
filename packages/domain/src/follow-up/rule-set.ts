import { decimal, type Fraction, type LocalDate, localDate } from "../shared/index.ts";

/**
 * Every number of the follow-up rules. They are this project's defaults: no psychometrics are published
 * for the compass. Stored by id and version with every result that used them.
 */
export type RuleSet = {
  readonly id: string;
  readonly version: number;
  readonly validFrom: LocalDate;
  readonly motivation: string;
  readonly statementMeans: {
    readonly small: Fraction;
    readonly clear: Fraction;
    /** A clear change needs at least this many common statements; with fewer it counts as small. */
    readonly clearNeedsCommon: number;
    /** A small drop from a mean at or below this counts as clear. */
    readonly floorAtMost: Fraction;
  };
  readonly singleRating: { readonly small: Fraction; readonly clear: Fraction };
  /** Common statements needed: at least `atLeast`, and this share of the smaller answered set, rounded up. */
  readonly commonStatements: { readonly atLeast: number; readonly share: Fraction };
  /** Without a target, a score at or below this is presumed to leave thoughts. */
  readonly concernAtMost: Fraction;
  /** Without a target, a kept score at or above this is maintained. */
  readonly maintainedAtLeast: Fraction;
  /** A common statement that falls by this much is shown by itself. */
  readonly statementDrop: number;
  readonly shortIntervalBelowDays: number;
  readonly longIntervalAboveDays: number;
  readonly lateRegistrationAboveDays: number;
  readonly divergence: { readonly withinDays: number; readonly atLeast: Fraction };
  /** A first own rating at or below this is a reason to talk more. */
  readonly firstLowAtMost: Fraction;
  /** Which areas are low, when the shape of two compasses is compared. */
  readonly lowAreaAtMost: Fraction;
  readonly followUpDate: { readonly soonWithinDays: number; readonly suggestedWeeks: number };
};

export const DEFAULT_RULES: RuleSet = {
  id: "uppfoljning",
  version: 1,
  validFrom: localDate("2026-01-01"),
  motivation:
    "Vägledningen anger att värden och form jämförs och att liten eller ingen förändring med kvarstående " +
    "tankar lyfts, men inga gränser. Talen är produktens egna utgångsvärden och kan ändras av kommunen.",
  statementMeans: {
    small: decimal("0.5"),
    clear: decimal("1.0"),
    clearNeedsCommon: 3,
    floorAtMost: decimal("2.0"),
  },
  singleRating: { small: decimal("1"), clear: decimal("2") },
  commonStatements: { atLeast: 2, share: decimal("0.5") },
  concernAtMost: decimal("3.0"),
  maintainedAtLeast: decimal("4.0"),
  statementDrop: 2,
  shortIntervalBelowDays: 28,
  longIntervalAboveDays: 365,
  lateRegistrationAboveDays: 14,
  divergence: { withinDays: 30, atLeast: decimal("1.5") },
  firstLowAtMost: decimal("2"),
  lowAreaAtMost: decimal("2.0"),
  followUpDate: { soonWithinDays: 14, suggestedWeeks: 12 },
};
