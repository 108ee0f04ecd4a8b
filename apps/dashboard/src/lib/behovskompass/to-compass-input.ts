import { areaName, scaleAnchors } from "@kompassen/domain/behovskompass";
import type { SeriesEntry } from "@kompassen/domain/follow-up";
import type { CompassInput } from "#lib/charts/compass-input.ts";
import type { Scale } from "#lib/charts/types.ts";
import type { CompassChoice } from "./choose-compasses.ts";
import type { DrawingWords } from "./drawing-words.ts";
import { raterName, toRater } from "./rater-name.ts";
import type { AreaReading } from "./read-areas.ts";
import { toDay, toRating } from "./to-rating.ts";

/** The chosen compass over the earlier one, with the full score of each. */
export function toCompassInput(
  choice: CompassChoice,
  readings: readonly AreaReading[],
  { language, guardians, words }: DrawingWords,
): CompassInput {
  const currentDay = toDay(choice.current.assessedOn, language);
  const previousDay = choice.previous === null ? null : toDay(choice.previous.assessedOn, language);
  const name = raterName(choice.rater, guardians, words.raters);
  return {
    title: words.compassTitle,
    caption: words.compassCaption(name, currentDay.text, previousDay?.text ?? null),
    rater: toRater(choice.rater, guardians, words.raters),
    scale: scaleOf(readings, language),
    currentDay,
    previousDay,
    areas: readings.map(({ area, current, previous }) => ({
      key: area,
      name: areaName(area, language),
      current: toRating(current?.rating ?? null, words.unanswered, language),
      previous: previousDay === null ? null : toRating(previous?.rating ?? null, words.unanswered, language),
    })),
  };
}

/** The ends of the scale in the words of the form that the compass was filled in with. */
export function scaleOf(readings: readonly AreaReading[], language: DrawingWords["language"]): Scale {
  const entry = readings.map(({ current }) => current).find((one): one is SeriesEntry => one !== null);
  const { lowest, highest } = scaleAnchors(entry?.instrument ?? "samtalsunderlag");
  return { lowest: lowest[language], highest: highest[language] };
}
