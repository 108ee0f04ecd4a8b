import type { ChartWords } from "./chart-words.ts";
import type { MultiplesInput } from "./multiples-input.ts";
import { ratingText } from "./rating-text.ts";
import type { ChartTable } from "./types.ts";

/** Every point of the small multiples as a row: area, rater, day, score; blanks included, with their reason. */
export function multiplesTable(input: MultiplesInput, words: ChartWords): ChartTable {
  const raterName = new Map(input.raters.map(({ key, name }) => [key, name]));
  return {
    caption: input.title,
    columns: [
      { label: words.area, isNumber: false },
      { label: words.rater, isNumber: false },
      { label: words.day, isNumber: false },
      { label: words.rating, isNumber: true },
    ],
    rows: input.areas.flatMap((area) =>
      area.series.flatMap((series) =>
        series.points.map((point) => [
          area.name,
          raterName.get(series.rater) ?? series.rater,
          point.day.text,
          ratingText(point.rating, words),
        ]),
      ),
    ),
  };
}
