import { areaName, raterPhrase } from "../behovskompass/index.ts";
import {
  dateRangeText,
  dateText,
  type Fraction,
  type Language,
  meanText,
  plainNumberText,
} from "../shared/index.ts";
import {
  type Comparable,
  type Comparison,
  isComparable,
  type NotComparable,
  type Signal,
} from "./comparison.ts";
import { ENGLISH } from "./explanation-words.en.ts";
import { SWEDISH } from "./explanation-words.sv.ts";
import type { ExplanationWords, StatementText } from "./explanation-words.ts";
import type { RuleSet } from "./rule-set.ts";
import type { SeriesKey } from "./series-entry.ts";
import { CONCERN_QUESTION, labelText, reasonText } from "./words.ts";

/** Why a comparison says what it says, in plain words with the numbers, the dates, the basis and the rule. */
export type Explanation = {
  /** "Trygghet, barnteamets skattning: 2,0 → 2,25 på 4 gemensamma påståenden (15 jan – 15 mar 2026)." */
  readonly numbers: string;
  /** "Ingen tydlig förändring, och tankar kvarstår. Andra uppföljningen i rad." */
  readonly meaning: string;
  /** What to bear in mind, one sentence a flag or band. */
  readonly notes: readonly string[];
  readonly raised: readonly { readonly signal: Signal; readonly because: string }[];
  /** Asked when the concern is only presumed. */
  readonly question: string | null;
  readonly rule: string;
};

export type ExplanationOptions = {
  readonly rules: RuleSet;
  readonly language: Language;
  /** Without it, or where it answers null, a statement is told by its key. */
  readonly statementText?: StatementText;
};

export function explainComparison(
  series: SeriesKey,
  comparison: Comparison,
  options: ExplanationOptions,
): Explanation {
  return isComparable(comparison)
    ? explainComparable(series, comparison, options)
    : explainNotComparable(series, comparison, options);
}

/** The whole explanation as running text. */
export function explanationText({ numbers, meaning, notes, raised, question, rule }: Explanation): string {
  const reasons = raised.map(({ because }) => because);
  return [numbers, meaning, ...notes, ...reasons, ...(question === null ? [] : [question]), rule].join(" ");
}

function explainComparable(
  series: SeriesKey,
  comparison: Comparable,
  { rules, language, statementText }: ExplanationOptions,
): Explanation {
  const words = wordsIn(language);
  const number = numberIn(comparison.kind, language);
  const change = `${number(comparison.meanBefore)} → ${number(comparison.meanNow)}`;
  const on = comparison.kind === "single" ? "" : ` ${words.onCommon(comparison.commonStatements)}`;
  const dates = dateRangeText(comparison.previous.assessedOn, comparison.current.assessedOn, language);
  const inARow = comparison.followUpsInARow > 1 ? ` ${words.inARow(comparison.followUpsInARow)}` : "";
  return {
    numbers: `${place(series, language)}: ${change}${on} (${dates}).`,
    meaning: `${labelText(comparison.label, language)}${words.concern(comparison)}.${inARow}`,
    notes: [
      ...words.bandNotes(comparison, rules),
      ...comparison.flags.map((flag) => words.flag(flag, comparison, rules, statementText)),
    ],
    raised: comparison.signals.map((signal) => ({ signal, because: words.because(signal, comparison) })),
    question: comparison.concernBasis === "presumed" ? CONCERN_QUESTION[language] : null,
    rule: words.rule(comparison.kind, rules),
  };
}

function explainNotComparable(
  series: SeriesKey,
  { reason, previous, current, score }: NotComparable,
  { rules, language }: ExplanationOptions,
): Explanation {
  const words = wordsIn(language);
  const on = dateText(current.assessedOn, language);
  const now = score === null ? words.noValue : plainNumberText(score, language);
  const before =
    previous === null
      ? ""
      : ` ${words.lastValue(plainNumberText(previous.score, language), dateText(previous.assessedOn, language))}`;
  return {
    numbers: `${place(series, language)}: ${now} (${on}).${before}`,
    meaning: `${labelText("not_comparable", language)}: ${reasonText(reason, language)}.`,
    notes: [],
    raised: [],
    question: null,
    rule: words.ruleName(rules),
  };
}

function wordsIn(language: Language): ExplanationWords {
  return language === "sv" ? SWEDISH : ENGLISH;
}

function place({ area, rater }: SeriesKey, language: Language): string {
  return `${areaName(area, language)}, ${raterPhrase(rater, language)}`;
}

function numberIn(kind: Comparable["kind"], language: Language): (value: Fraction) => string {
  return (value) => (kind === "single" ? plainNumberText(value, language) : meanText(value, language));
}
