import type { Day, Rater, Rating, Scale } from "./types.ts";

export type CompassArea = {
  key: string;
  name: string;
  current: Rating;
  /** Null when no earlier compass is shown. */
  previous: Rating | null;
};

/** One rater's compass, with at most one earlier of the same rater behind it. */
export type CompassInput = {
  /** What the picture is called, such as "Behovskompass". */
  title: string;
  /** One sentence that says what the picture shows. */
  caption: string;
  rater: Rater;
  scale: Scale;
  currentDay: Day;
  previousDay: Day | null;
  /** The eight areas in the model's order, first at the top and on clockwise. */
  areas: CompassArea[];
};
