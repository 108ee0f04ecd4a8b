import { AREAS, parseRater } from "@kompassen/domain/behovskompass";
import type { Series } from "@kompassen/domain/follow-up";
import type { Rating } from "#lib/charts/types.ts";
import type { CompassRef } from "./choose-compasses.ts";
import { chooseCompasses } from "./choose-compasses.ts";
import type { DrawingWords } from "./drawing-words.ts";
import { raterName } from "./rater-name.ts";
import { toDay, toRating } from "./to-rating.ts";

export type Glyph = {
  readonly rater: ReturnType<typeof parseRater>["kind"];
  readonly current: Rating[];
  readonly previous: Rating[] | null;
  readonly label: string;
};

/** The small picture in a list: the latest compass over the one before. Null when there is none to show. */
export function toGlyph(
  series: readonly Series[],
  { language, guardians, words }: DrawingWords,
): Glyph | null {
  const choice = chooseCompasses(series, { rater: null, current: null, previous: null });
  if (choice === null) return null;
  const { rater, current, previous } = choice;
  const ratingsAt = ({ compassId }: CompassRef) =>
    AREAS.map((area) => {
      const own = series.find((one) => one.rater === rater && one.area === area);
      const entry = own?.entries.find((one) => one.compassId === compassId);
      return toRating(entry?.rating ?? null, words.unanswered, language);
    });
  return {
    rater: parseRater(rater).kind,
    current: ratingsAt(current),
    previous: previous === null ? null : ratingsAt(previous),
    label: words.glyphLabel(
      raterName(rater, guardians, words.raters),
      toDay(current.assessedOn, language).text,
      previous === null ? null : toDay(previous.assessedOn, language).text,
    ),
  };
}
