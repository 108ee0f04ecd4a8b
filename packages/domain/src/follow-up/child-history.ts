import type { AgeForm, Area, AreaRatings, InstrumentId, RaterKey } from "../behovskompass/index.ts";
import type { LocalDate } from "../shared/index.ts";
import type { Thoughts } from "./series-entry.ts";

/** One rater's answers in one compass (a round, which holds at most one assessment a rater). */
export type Assessment = {
  readonly compassId: string;
  readonly rater: RaterKey;
  readonly assessedOn: LocalDate;
  readonly registeredOn: LocalDate;
  readonly instrument: InstrumentId;
  readonly instrumentVersion: string;
  readonly ageForm: AgeForm | null;
  /** Only the areas the compass lists; a listed area may still be unanswered. */
  readonly ratings: AreaRatings;
};

/** What was said after a compass, per compass id and area, for every rater of it. */
export type ThoughtsByCompass = ReadonlyMap<string, ReadonlyMap<Area, Thoughts>>;

export type ChildHistory = {
  readonly assessments: readonly Assessment[];
  readonly thoughts: ThoughtsByCompass;
};
