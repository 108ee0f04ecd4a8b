import type { RaterKind } from "../behovskompass/index.ts";
import { type Area, parseRater, type RaterKey } from "../behovskompass/index.ts";
import type { ChildHistory } from "../follow-up/index.ts";
import type { BarnteamAgeGroup } from "../people/index.ts";
import type { LocalDate } from "../shared/index.ts";
import type { Span } from "./period.ts";

/** The unit and age group in which something about a child counts. */
export interface CountedGroup {
  readonly unit: string;
  readonly ageGroup: BarnteamAgeGroup;
}

/** A child's compasses, and where the child was on any day. */
export interface CountedChild {
  readonly history: ChildHistory;
  readonly groupOn: (day: LocalDate) => CountedGroup;
}

/** Two guardians, or two verksamheter, of one child are one rater kind: a child counts once in each. */
export interface RatedArea {
  readonly area: Area;
  readonly rater: RaterKind;
}

export function kindOf(rater: RaterKey): RaterKind {
  return parseRater(rater).kind;
}

export function isWithin({ from, to }: Span, day: LocalDate): boolean {
  return from <= day && day <= to;
}
