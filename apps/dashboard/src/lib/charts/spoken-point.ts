import type { ChartWords } from "./chart-words.ts";
import type { CompassArea, CompassInput } from "./compass-input.ts";
import type { AreaPanel } from "./multiples-input.ts";
import type { ReadingArea, ReadingInput } from "./reading-input.ts";
import type { PlottedPoint } from "./to-small-multiples.ts";
import { isScore, type Rater, type Rating } from "./types.ts";

const spokenRating = (rating: Rating, words: ChartWords): string =>
  isScore(rating) ? words.outOfFive(rating.text) : rating.blank;

const spokenBefore = (rating: Rating, words: ChartWords): string =>
  words.lastTime(isScore(rating) ? rating.text : rating.blank);

/** What is read out for one area of a compass: "Trygghet, barnet, 15 mars: 3 av 5, förra gången 2". */
export function spokenCompass(
  input: Pick<CompassInput, "rater" | "currentDay">,
  area: CompassArea,
  words: ChartWords,
): string {
  const now = `${area.name}, ${input.rater.name}, ${input.currentDay.text}: ${spokenRating(area.current, words)}`;
  return area.previous === null ? now : `${now}, ${spokenBefore(area.previous, words)}`;
}

/** The same, and what the comparison is called. */
export function spokenReading(input: ReadingInput, area: ReadingArea, words: ChartWords): string {
  const previous = area.previous === null ? null : area.previous.rating;
  return `${spokenCompass(input, { ...area, previous }, words)}. ${area.state.text}.`;
}

/** What is read out for one point in time: area, rater, day, score and the score before. */
export function spokenSeriesPoint(
  area: AreaPanel,
  rater: Rater,
  point: PlottedPoint,
  words: ChartWords,
): string {
  const now = `${area.name}, ${rater.name}, ${point.source.day.text}: ${spokenRating(point.score, words)}`;
  return point.previous === null ? now : `${now}, ${spokenBefore(point.previous, words)}`;
}
