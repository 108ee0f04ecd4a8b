import type { ChartWords } from "./chart-words.ts";
import { isScore, type Rating } from "./types.ts";

/** A rating as it stands in a table: the score, why there is none, or a dash where nothing was asked. */
export function ratingText(rating: Rating | null, words: ChartWords): string {
  if (rating === null) return words.noScore;
  return isScore(rating) ? rating.text : rating.blank;
}
