import type { CaseloadGlyph, GlyphCompass } from "@kompassen/api/people";
import { AREAS, parseRater } from "@kompassen/domain/behovskompass";
import type { Rating } from "#lib/charts/types.ts";
import type { DrawingWords } from "./drawing-words.ts";
import { raterName } from "./rater-name.ts";
import { toDay, toRating } from "./to-rating.ts";

export type Glyph = {
  readonly rater: ReturnType<typeof parseRater>["kind"];
  readonly current: Rating[];
  readonly previous: Rating[] | null;
  readonly label: string;
};

/** The small picture in a list: the latest compass over the one before. */
export function toGlyph(
  { rater, current, previous }: CaseloadGlyph,
  { language, guardians, words }: DrawingWords,
): Glyph {
  const ratingsOf = ({ ratings }: GlyphCompass) =>
    AREAS.map((area) => toRating(ratings.get(area) ?? null, words.unanswered, language));
  return {
    rater: parseRater(rater).kind,
    current: ratingsOf(current),
    previous: previous === null ? null : ratingsOf(previous),
    label: words.glyphLabel(
      raterName(rater, guardians, words.raters),
      toDay(current.assessedOn, language).text,
      previous === null ? null : toDay(previous.assessedOn, language).text,
    ),
  };
}
