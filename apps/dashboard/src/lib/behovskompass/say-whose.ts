import { parseRater, type RaterKey, raterPhrase } from "@kompassen/domain/behovskompass";
import type { DrawingWords } from "./drawing-words.ts";
import { raterName } from "./rater-name.ts";

/**
 * A sentence of the follow-up rules with its rater called by name: they know "vårdnadshavarens skattning (1)",
 * the page knows who that is.
 */
export function sayWhose(
  sentence: string,
  key: RaterKey,
  { language, guardians, words }: DrawingWords,
): string {
  if (parseRater(key).suffix === null) return sentence;
  const phrase = raterPhrase(key, language);
  const named = words.raters.ratingBy(raterName(key, guardians, words.raters));
  return sentence.replaceAll(phrase, named).replaceAll(capitalize(phrase), capitalize(named));
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
