import type { ChartWords } from "./chart-words.ts";
import { ratingText } from "./rating-text.ts";
import type { ReadingInput } from "./reading-input.ts";
import { readingNotes } from "./to-reading-rows.ts";
import type { ChartTable } from "./types.ts";

/** The reading chart as rows: area, score then, score now, what the comparison is called, what to bear in mind. */
export function readingTable(input: ReadingInput, words: ChartWords): ChartTable {
  return {
    caption: input.title,
    columns: [
      { label: words.area, isNumber: false },
      {
        label: input.previousDay === null ? words.beforeWithoutDay : words.before(input.previousDay.text),
        isNumber: true,
      },
      { label: words.raterNow(input.rater.name, input.currentDay.text), isNumber: true },
      { label: words.comparison, isNumber: false },
      { label: words.notes, isNumber: false },
    ],
    rows: input.areas.map((area) => [
      area.name,
      ratingText(area.previous === null ? null : area.previous.rating, words),
      ratingText(area.current, words),
      area.state.text,
      readingNotes(area, input, words).join(", "),
    ]),
  };
}
