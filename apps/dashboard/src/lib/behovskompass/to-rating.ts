import { type AreaRating, areaScore, type Unanswered } from "@kompassen/domain/behovskompass";
import {
  dateText,
  type Fraction,
  type Language,
  type LocalDate,
  meanText,
  plainNumberText,
} from "@kompassen/domain/shared";
import type { Day, Rating, Score } from "#lib/charts/types.ts";
import type { Messages } from "#lib/messages/sv/index.ts";

type Words = Messages["behovskompass"]["unanswered"];

/** A score as it is drawn and as it is written: a single rating whole, a mean with its decimal. */
export function toScore(value: Fraction, kind: AreaRating["kind"], language: Language): Score {
  const text = kind === "single" ? plainNumberText(value, language) : meanText(value, language);
  return { value: value.numerator / value.denominator, text };
}

/** One area of one compass: its score, or why there is none. Null = the compass does not list the area. */
export function toRating(rating: AreaRating | null, words: Words, language: Language): Rating {
  if (rating === null) return { blank: words.blank };
  const score = areaScore(rating);
  return score === null ? { blank: words[whyUnanswered(rating)] } : toScore(score, rating.kind, language);
}

export function toDay(date: LocalDate, language: Language): Day {
  return { date, text: dateText(date, language) };
}

/** Statements that were left for different reasons are simply unanswered. */
function whyUnanswered(rating: AreaRating): Unanswered {
  const answers = new Set(rating.kind === "single" ? [rating.answer] : rating.answers.values());
  const [only] = answers;
  return answers.size === 1 && typeof only === "string" ? only : "blank";
}
