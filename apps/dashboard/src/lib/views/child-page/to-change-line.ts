import type { RaterKey } from "@kompassen/domain/behovskompass";
import {
  type Comparison,
  DEFAULT_RULES,
  type Explanation,
  explainComparison,
  isComparable,
  type SeriesKey,
} from "@kompassen/domain/follow-up";
import { dateText, type Language, type LocalText, meanText, plainNumberText } from "@kompassen/domain/shared";
import type { DrawingWords } from "#lib/behovskompass/drawing-words.ts";
import { raterName } from "#lib/behovskompass/rater-name.ts";
import { stateOf } from "#lib/behovskompass/state-of.ts";
import type { State } from "#lib/charts/types.ts";

/** One comparison as a line: "2 → 2", what it means, and behind "varför?" the rule with its numbers. */
export type ChangeLine = {
  readonly rater: RaterKey;
  readonly raterName: string;
  readonly values: string;
  readonly state: State;
  /** "Ingen tydlig förändring, och tankar kvarstår. Andra uppföljningen i rad." */
  readonly meaning: string;
  /** The day compared with, when it is another than that of the rest of the compass. */
  readonly comparedWith: string | null;
  /** Thoughts are only presumed to remain: a person's answer is asked for. */
  readonly isPresumed: boolean;
  readonly why: Explanation;
};

type Options = {
  readonly drawing: DrawingWords;
  readonly statementTexts: ReadonlyMap<string, LocalText>;
  readonly previousOn: string | null;
};

export function toChangeLine(series: SeriesKey, comparison: Comparison, options: Options): ChangeLine {
  const { drawing, statementTexts, previousOn } = options;
  const { language, guardians, words } = drawing;
  const why = explainComparison(series, comparison, {
    rules: DEFAULT_RULES,
    language,
    statementText: (key) => statementTexts.get(key)?.[language] ?? null,
  });
  const { previous } = comparison;
  const isOtherDay = previous !== null && previous.assessedOn !== previousOn;
  return {
    rater: series.rater,
    raterName: raterName(series.rater, guardians, words.raters),
    values: valuesOf(comparison, language),
    state: stateOf(comparison, language),
    meaning: why.meaning,
    comparedWith: isOtherDay ? dateText(previous.assessedOn, language) : null,
    isPresumed: isComparable(comparison) && comparison.concern && comparison.concernBasis === "presumed",
    why,
  };
}

/** The numbers that the label rests on: for a form with statements the means of the common ones. */
function valuesOf(comparison: Comparison, language: Language): string {
  if (isComparable(comparison)) {
    const text = comparison.kind === "single" ? plainNumberText : meanText;
    return `${text(comparison.meanBefore, language)} → ${text(comparison.meanNow, language)}`;
  }
  const { previous, score } = comparison;
  const before = previous?.score ? plainNumberText(previous.score, language) : "–";
  return `${before} → ${score === null ? "–" : plainNumberText(score, language)}`;
}
