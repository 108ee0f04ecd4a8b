import type { AgeForm, Area, AreaRating, InstrumentId, RaterKey } from "../behovskompass/index.ts";
import type { Fraction, LocalDate } from "../shared/index.ts";

/** One compass in a series (one child x one rater x one area). */
export type SeriesEntry = {
  readonly compassId: string;
  readonly assessedOn: LocalDate;
  readonly registeredOn: LocalDate;
  readonly instrument: InstrumentId;
  readonly instrumentVersion: string;
  readonly ageForm: AgeForm | null;
  readonly rating: AreaRating;
  readonly thoughts: Thoughts;
};

/**
 * What the follow-up conversation said of one area: do thoughts about the child's wellbeing remain, and
 * the target set with the family. Belongs to one compass alone; null is not answered, not set.
 */
export type Thoughts = { readonly concern: boolean | null; readonly target: Fraction | null };

export const NO_THOUGHTS: Thoughts = { concern: null, target: null };

/** The series a comparison belongs to. */
export type SeriesKey = { readonly rater: RaterKey; readonly area: Area };
