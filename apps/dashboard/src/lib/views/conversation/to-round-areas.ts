import { AREAS, type Area, areaName, areaScore, type RaterKey } from "@kompassen/domain/behovskompass";
import {
  type Comparison,
  DEFAULT_RULES,
  type Explanation,
  explainComparison,
  isComparable,
  type Series,
} from "@kompassen/domain/follow-up";
import { type LocalText, meanText, plainNumberText } from "@kompassen/domain/shared";
import type { DrawingWords } from "#lib/behovskompass/drawing-words.ts";
import { raterName } from "#lib/behovskompass/rater-name.ts";
import { capitalize, sayWhose } from "#lib/behovskompass/say-whose.ts";
import { stateOf } from "#lib/behovskompass/state-of.ts";
import type { State } from "#lib/charts/types.ts";

/** One rater's word about an area in the round. */
export type RoundLine = {
  readonly rater: RaterKey;
  readonly raterName: string;
  /** "2 → 3"; for a first rating the number alone; null without any. */
  readonly values: string | null;
  /** What the comparison says; null for a first rating. */
  readonly state: State | null;
  readonly why: Explanation | null;
};

export type RoundArea = {
  readonly key: Area;
  readonly name: string;
  readonly lines: readonly RoundLine[];
  /** Thoughts are only presumed to remain for somebody: a person's answer is asked for. */
  readonly isPresumed: boolean;
};

/** The eight areas of one round with every rater in it, in the model's order. */
export function toRoundAreas(
  series: readonly Series[],
  compassId: string,
  { statementTexts, drawing }: { statementTexts: ReadonlyMap<string, LocalText>; drawing: DrawingWords },
): RoundArea[] {
  return AREAS.map((area) => {
    const ofArea = series.filter((one) => one.area === area);
    const compared = ofArea.flatMap((one) =>
      one.entries.some((entry) => entry.compassId === compassId)
        ? [{ one, comparison: inRound(one, compassId) }]
        : [],
    );
    return {
      key: area,
      name: areaName(area, drawing.language),
      lines: compared.map(({ one, comparison }) =>
        comparison === null
          ? firstLine(one, compassId, drawing)
          : comparedLine(one, comparison, { statementTexts, drawing }),
      ),
      isPresumed: compared.some(({ comparison }) => comparison !== null && asksForAnswer(comparison)),
    };
  });
}

function asksForAnswer(comparison: Comparison): boolean {
  return isComparable(comparison) && comparison.concern && comparison.concernBasis === "presumed";
}

function inRound({ comparisons }: Series, compassId: string): Comparison | null {
  return comparisons.find(({ current }) => current.compassId === compassId) ?? null;
}

function firstLine({ rater, entries }: Series, compassId: string, drawing: DrawingWords): RoundLine {
  const entry = entries.find((one) => one.compassId === compassId);
  const score = entry === undefined ? null : areaScore(entry.rating);
  const text = entry?.rating.kind === "statements" ? meanText : plainNumberText;
  return {
    rater,
    raterName: nameOf(rater, drawing),
    values: score === null ? null : text(score, drawing.language),
    state: null,
    why: null,
  };
}

function comparedLine(
  series: Series,
  comparison: Comparison,
  { statementTexts, drawing }: { statementTexts: ReadonlyMap<string, LocalText>; drawing: DrawingWords },
): RoundLine {
  const { language } = drawing;
  const why = explainComparison(series, comparison, {
    rules: DEFAULT_RULES,
    language,
    statementText: (key) => statementTexts.get(key)?.[language] ?? null,
  });
  return {
    rater: series.rater,
    raterName: nameOf(series.rater, drawing),
    values: valuesOf(comparison, language),
    state: { ...stateOf(comparison, language), text: why.meaning },
    why: { ...why, numbers: sayWhose(why.numbers, series.rater, drawing) },
  };
}

function valuesOf(comparison: Comparison, language: DrawingWords["language"]): string | null {
  if (!isComparable(comparison)) {
    return comparison.score === null ? null : plainNumberText(comparison.score, language);
  }
  const text = comparison.kind === "single" ? plainNumberText : meanText;
  return `${text(comparison.meanBefore, language)} → ${text(comparison.meanNow, language)}`;
}

function nameOf(rater: RaterKey, { guardians, words }: DrawingWords): string {
  return capitalize(raterName(rater, guardians, words.raters));
}
