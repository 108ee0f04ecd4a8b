import { AREAS, areaName, scaleAnchors } from "@kompassen/domain/behovskompass";
import type { Series, SeriesKey } from "@kompassen/domain/follow-up";
import type { LocalDate } from "@kompassen/domain/shared";
import type { AreaPanel, EventMark, MultiplesInput, SupportBand } from "#lib/charts/multiples-input.ts";
import type { Scale } from "#lib/charts/types.ts";
import type { DrawingWords } from "./drawing-words.ts";
import { toRater } from "./rater-name.ts";
import { toDay, toRating } from "./to-rating.ts";

/** What happened around the ratings; the page knows it from the plan's room. */
export type Surroundings = {
  readonly supports: readonly { readonly area: string; readonly band: SupportBand }[];
  readonly events: readonly EventMark[];
};

/** Every area of one child over time, from the first compass to today, one line per rater. */
export function toMultiplesInput(
  series: readonly Series[],
  { supports, events }: Surroundings,
  today: LocalDate,
  drawing: DrawingWords,
): MultiplesInput {
  const { language, guardians, words } = drawing;
  const raters = [...new Set(series.map(({ rater }) => rater))];
  const days = series.flatMap(({ entries }) => entries.map(({ assessedOn }) => assessedOn));
  return {
    title: words.multiplesTitle,
    caption: words.multiplesCaption(raters.length),
    scale: commonScale(series, { language, words }),
    from: days.reduce((first, day) => (day < first ? day : first), today),
    to: today,
    raters: raters.map((rater) => toRater(rater, guardians, words.raters)),
    areas: AREAS.map((area) => ({
      key: area,
      name: areaName(area, language),
      series: raters.flatMap((rater) => toLine(series, { rater, area }, drawing)),
      supports: supports.filter((support) => support.area === area).map(({ band }) => band),
    })),
    events: [...events],
  };
}

function toLine(
  series: readonly Series[],
  { rater, area }: SeriesKey,
  { language, words }: DrawingWords,
): AreaPanel["series"] {
  const own = series.find((one) => one.rater === rater && one.area === area);
  if (own === undefined) return [];
  const points = own.entries.map(({ assessedOn, rating }) => ({
    day: toDay(assessedOn, language),
    rating: toRating(rating, words.unanswered, language),
  }));
  return [{ rater, points }];
}

/** The two forms have different words at their ends; where both are drawn both are said. */
function commonScale(
  series: readonly Series[],
  { language, words }: Pick<DrawingWords, "language" | "words">,
): Scale {
  const instruments = new Set(series.flatMap(({ entries }) => entries.map(({ instrument }) => instrument)));
  const own = scaleAnchors(instruments.has("samtalsunderlag") ? "samtalsunderlag" : "skattningsformular");
  if (instruments.size < 2) return { lowest: own.lowest[language], highest: own.highest[language] };
  const staff = scaleAnchors("skattningsformular");
  return {
    lowest: words.bothAnchors(own.lowest[language], staff.lowest[language]),
    highest: words.bothAnchors(own.highest[language], staff.highest[language]),
  };
}
