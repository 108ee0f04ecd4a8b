/** What a person may answer. Only 1 to 5 is a value; the others are kept apart and never count as one. */
export const VALUES = [1, 2, 3, 4, 5] as const;

export type Value = (typeof VALUES)[number];

export const UNANSWERED = ["blank", "dont_know", "declined"] as const;

export type Unanswered = (typeof UNANSWERED)[number];

export type Answer = Value | Unanswered;

export function isValue(answer: Answer | undefined): answer is Value {
  return typeof answer === "number";
}
