import type { Day, Rater, Rating, Scale } from "./types.ts";

export type SeriesPoint = { day: Day; rating: Rating };

type AreaSeries = {
  /** The `key` of one of the chart's raters. */
  rater: string;
  /** In order of day; a blank breaks the line. */
  points: SeriesPoint[];
};

/** Something that lasts, tied to an area. Still going on when `to` is null. */
export type SupportBand = { key: string; name: string; from: Day; to: Day | null };

/** Something that happened on a day. */
export type EventMark = { key: string; name: string; day: Day };

export type AreaPanel = { key: string; name: string; series: AreaSeries[]; supports: SupportBand[] };

/** Every area of one child over time, on one scale and one time axis. */
export type MultiplesInput = {
  title: string;
  caption: string;
  scale: Scale;
  /** The time axis, as YYYY-MM-DD: the same in every panel. */
  from: string;
  to: string;
  /** In the model's order, the child first. */
  raters: Rater[];
  /** In the model's order. */
  areas: AreaPanel[];
  events: EventMark[];
};
