import type { StatisticsInput } from "./statistics-input.ts";

export const hasHidden = (input: StatisticsInput): boolean =>
  input.series.some(({ cells }) => cells.some(({ kind }) => kind === "hidden"));

/** What the legend names: a single series needs no name of its own, the title is about it. */
export const legendSeries = (input: StatisticsInput): StatisticsInput["series"] =>
  input.series.length > 1 ? input.series : [];

/** Height of the legend in px: a line for each series it names, and one for hidden cells where there are any. */
export const legendHeight = (input: StatisticsInput): number =>
  (legendSeries(input).length + (hasHidden(input) ? 1 : 0)) * 24 + 8;
