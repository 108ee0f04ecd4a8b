import { type Fraction, fraction } from "../shared/index.ts";
import { type Answer, isValue } from "./answer.ts";

/** One rater's answers in one area of one compass: a single rating, or one answer a statement key. */
export type AreaRating =
  | { readonly kind: "single"; readonly answer: Answer }
  | { readonly kind: "statements"; readonly answers: ReadonlyMap<string, Answer> };

/** Sum of the answered and how many they are; a count of 0 is no score. */
export type Tally = { readonly sum: number; readonly count: number };

export function tally(rating: AreaRating): Tally {
  let [sum, count] = [0, 0];
  for (const answer of rating.kind === "single" ? [rating.answer] : rating.answers.values()) {
    if (!isValue(answer)) continue;
    sum += answer;
    count += 1;
  }
  return { sum, count };
}

/** Sum of answered / number answered, exact; null when nothing is answered. */
export function areaScore(rating: AreaRating): Fraction | null {
  return scoreOf(tally(rating));
}

export function scoreOf({ sum, count }: Tally): Fraction | null {
  return count === 0 ? null : fraction(sum, count);
}
