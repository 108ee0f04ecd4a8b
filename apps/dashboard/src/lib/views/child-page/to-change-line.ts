import type { RaterKey } from "@kompassen/domain/behovskompass";
import {
  type Comparison,
  DEFAULT_RULES,
  type Explanation,
  explainComparison,
  isComparable,
  labelText,
  type SeriesKey,
} from "@kompassen/domain/follow-up";
import {
  dateRangeText,
  dateText,
  type Language,
  type LocalText,
  meanText,
  plainNumberText,
} from "@kompassen/domain/shared";
import type { CompassChoice } from "#lib/behovskompass/choose-compasses.ts";
import { raterName } from "#lib/behovskompass/rater-name.ts";
import { sayWhose } from "#lib/behovskompass/say-whose.ts";
import { stateOf } from "#lib/behovskompass/state-of.ts";
import type { State } from "#lib/charts/types.ts";
import type { PageWords } from "./page-words.ts";

/** One comparison as a line: "2 → 2", what it means, and behind "varför?" the rule with its numbers. */
export type ChangeLine = {
  /** The round it belongs to. */
  readonly compassId: string;
  readonly rater: RaterKey;
  readonly raterName: string;
  readonly values: string;
  readonly state: State;
  /** "Ingen tydlig förändring, och tankar kvarstår. Andra uppföljningen i rad." */
  readonly meaning: string;
  /** The label in as few words as paper has room for: "Ingen tydlig förändring, tankar kvarstår". */
  readonly brief: string;
  /** Both days: "15 jan – 15 mar 2026". */
  readonly days: string;
  /** The day of the rating, when it is of another round than the rest. */
  readonly day: string | null;
  /** The day compared with, when it is another than that of the rest of the compass. */
  readonly comparedWith: string | null;
  /** Thoughts are only presumed to remain: a person's answer is asked for. */
  readonly isPresumed: boolean;
  readonly why: Explanation;
};

type Options = {
  readonly drawing: PageWords;
  readonly statementTexts: ReadonlyMap<string, LocalText>;
  readonly choice: CompassChoice;
};

export function toChangeLine(series: SeriesKey, comparison: Comparison, options: Options): ChangeLine {
  const { drawing, statementTexts, choice } = options;
  const { language, guardians, words } = drawing;
  const why = explainComparison(series, comparison, {
    rules: DEFAULT_RULES,
    language,
    statementText: (key) => statementTexts.get(key)?.[language] ?? null,
  });
  const { previous, current } = comparison;
  const isOtherRound = current.compassId !== choice.current.compassId;
  const isOtherDay = previous !== null && previous.assessedOn !== choice.previous?.assessedOn;
  return {
    compassId: current.compassId,
    rater: series.rater,
    raterName: raterName(series.rater, guardians, words.raters),
    values: valuesOf(comparison, language),
    state: stateOf(comparison, language),
    meaning: why.meaning,
    brief: briefOf(comparison, { language, page: drawing.page }),
    days:
      previous === null
        ? dateText(current.assessedOn, language)
        : dateRangeText(previous.assessedOn, current.assessedOn, language),
    day: isOtherRound ? dateText(current.assessedOn, language) : null,
    comparedWith: isOtherDay ? dateText(previous.assessedOn, language) : null,
    isPresumed: isComparable(comparison) && comparison.concern && comparison.concernBasis === "presumed",
    why: { ...why, numbers: sayWhose(why.numbers, series.rater, drawing) },
  };
}

function briefOf(comparison: Comparison, { language, page }: Pick<PageWords, "language" | "page">): string {
  const label = labelText(comparison.label, language);
  if (!isComparable(comparison) || !comparison.concern) return label;
  return `${label}, ${page.changes.thoughts[comparison.concernBasis]}`;
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
