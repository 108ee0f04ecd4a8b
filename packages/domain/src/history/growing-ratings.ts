import type { Answer, Area } from "../behovskompass/index.ts";

/** The answers of an assessment while its rows are read. */
export type GrowingRatings = Map<
  Area,
  | { readonly kind: "single"; readonly answer: Answer }
  | { readonly kind: "statements"; readonly answers: Map<string, Answer> }
>;

/** A statement of "" is the single rating of the area. False when the answer is there already. */
export function addAnswer(ratings: GrowingRatings, area: Area, statement: string, answer: Answer): boolean {
  const rating = ratings.get(area);
  if (statement === "") {
    if (rating !== undefined) return false;
    ratings.set(area, { kind: "single", answer });
    return true;
  }
  if (rating === undefined) {
    ratings.set(area, { kind: "statements", answers: new Map([[statement, answer]]) });
    return true;
  }
  // Stryker disable next-line ConditionalExpression,StringLiteral: the form of an assessment has one kind of rating; the check is for the type
  if (rating.kind === "single" || rating.answers.has(statement)) return false;
  rating.answers.set(statement, answer);
  return true;
}
