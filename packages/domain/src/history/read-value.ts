import type { Answer } from "../behovskompass/index.ts";
import { decimal, type Fraction, isAtLeast, isAtMost, parseDecimal } from "../shared/index.ts";

/** What may stand in the value column; a spreadsheet may have given a whole number a decimal. */
const ANSWERS: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  ["", "blank"],
  ["dont_know", "dont_know"],
  ["declined", "declined"],
  ...([1, 2, 3, 4, 5] as const).flatMap((value) =>
    [`${value}`, `${value}.0`, `${value},0`].map((text): [string, Answer] => [text, value]),
  ),
]);

export function readAnswer(text: string): Answer | undefined {
  return ANSWERS.get(text);
}

export function writeAnswer(answer: Answer): string {
  return answer === "blank" ? "" : String(answer);
}

const LOWEST_TARGET = decimal("1");
const HIGHEST_TARGET = decimal("5");

/** A target is a decimal number on the scale, with a point or a comma. */
export function readTarget(text: string): Fraction | undefined {
  const target = parseDecimal(text);
  const isOnScale =
    target !== undefined && isAtLeast(target, LOWEST_TARGET) && isAtMost(target, HIGHEST_TARGET);
  return isOnScale ? target : undefined;
}
