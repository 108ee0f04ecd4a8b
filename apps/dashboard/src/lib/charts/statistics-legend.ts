import type { StatisticsInput } from "./statistics-input.ts";

export const hasHidden = (input: StatisticsInput): boolean =>
  input.series.some(({ cells }) => cells.some(({ kind }) => kind === "hidden"));

/** Height of the legend in px: a line for each series, and one for hidden cells where there are any. */
export const legendHeight = (input: StatisticsInput): number =>
  (input.series.length + (hasHidden(input) ? 1 : 0)) * 24 + 8;
