import type { ChartWords } from "./chart-words.ts";
import type { CompassInput } from "./compass-input.ts";
import { ratingText } from "./rating-text.ts";
import type { ChartTable } from "./types.ts";

/** The compass as rows: area, score then, score now. Without an earlier compass there is no column for it. */
export function compassTable(input: CompassInput, words: ChartWords): ChartTable {
  const previousColumn =
    input.previousDay === null ? [] : [{ label: words.before(input.previousDay.text), isNumber: true }];
  return {
    caption: input.title,
    columns: [
      { label: words.area, isNumber: false },
      ...previousColumn,
      { label: words.raterNow(input.rater.name, input.currentDay.text), isNumber: true },
    ],
    rows: input.areas.map((area) => [
      area.name,
      ...(input.previousDay === null ? [] : [ratingText(area.previous, words)]),
      ratingText(area.current, words),
    ]),
  };
}
