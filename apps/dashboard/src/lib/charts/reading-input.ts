import type { Day, Rater, Rating, Scale, State } from "./types.ts";

export type ReadingArea = {
  key: string;
  name: string;
  current: Rating;
  /** The score compared with, and its day; null when there is none to compare with. */
  previous: { rating: Rating; day: Day } | null;
  state: State;
  /** What to bear in mind, in words: "kort tid emellan". */
  flags: string[];
};

/** One rater's current compass read area by area against the one before. */
export type ReadingInput = {
  title: string;
  caption: string;
  rater: Rater;
  scale: Scale;
  currentDay: Day;
  /** The earlier compass as a whole; an area compared with another day says so in its row. */
  previousDay: Day | null;
  /** In the model's order. */
  areas: ReadingArea[];
};
