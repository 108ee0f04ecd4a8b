/**
 * A cell of a statistic: its number exact enough to draw and as it is written, or hidden to protect someone, or
 * absent because nothing was counted. A hidden cell has no number anywhere in the drawing.
 */
export type StatisticsCell =
  | { kind: "shown"; value: number; text: string }
  | { kind: "hidden"; reason: string }
  | { kind: "absent"; reason: string };

export type StatisticsSeries = {
  key: string;
  name: string;
  /** One for each category, in their order. */
  cells: StatisticsCell[];
};

/** A chart for the steering group. At most four series: more cannot be told apart. */
export type StatisticsInput = {
  title: string;
  caption: string;
  /** What the numbers are, such as "procent" or "barn". */
  unit: string;
  /** The value axis: from 0 for bars, and ticks as they are written. */
  axis: { from: number; to: number; ticks: { value: number; text: string }[] };
  /** What a row or a step is, such as "Område" or "Kvartal". */
  categoryLabel: string;
  categories: { key: string; name: string }[];
  series: StatisticsSeries[];
};
