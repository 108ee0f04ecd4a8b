import type { ChartWords } from "./chart-words.ts";
import type { ReadingFrame } from "./reading-frame.ts";
import type { ReadingArea, ReadingInput } from "./reading-input.ts";
import { isScore } from "./types.ts";
import { wrapWords } from "./wrap-words.ts";

export type ReadingRow = {
  area: ReadingArea;
  /** px from the top of the drawing. */
  top: number;
  height: number;
  /** "2 → 2,25", or the reason where a score is missing. */
  values: string;
  stateLines: string[];
  noteLines: string[];
};

/** The rows with their words broken into lines and stacked below one another. */
export function toReadingRows(input: ReadingInput, frame: ReadingFrame, words: ChartWords): ReadingRow[] {
  let top = frame.head;
  return input.areas.map((area) => {
    // The mark before the words takes the room of three characters.
    const stateLines = wrapWords(area.state.text, frame.words.charactersPerLine - 3);
    const noteLines = wrapWords(readingNotes(area, input, words).join(" · "), frame.words.charactersPerLine);
    const extraLines = stateLines.length + noteLines.length - 1;
    const row = {
      area,
      top,
      height: frame.rowHeight + extraLines * frame.lineHeight,
      values: readingValues(area, words),
      stateLines,
      noteLines,
    };
    top += row.height;
    return row;
  });
}

/** An area's flags, and the day it is compared with when that is not the chart's own. */
export function readingNotes(area: ReadingArea, input: ReadingInput, words: ChartWords): string[] {
  const isOtherDay = area.previous !== null && area.previous.day.date !== input.previousDay?.date;
  return area.previous !== null && isOtherDay
    ? [words.comparedWith(area.previous.day.text), ...area.flags]
    : area.flags;
}

function readingValues({ current, previous }: ReadingArea, words: ChartWords): string {
  const now = isScore(current) ? current.text : current.blank;
  if (previous === null) return now;
  const before = isScore(previous.rating) ? previous.rating.text : words.noScore;
  return `${before} → ${isScore(current) ? current.text : words.noScore}`;
}
