import type { StatisticsInput, StatisticsSeries } from "./statistics-input.ts";

/** A series with the steps where it is hidden and another is not. */
export type HiddenLane = { series: StatisticsSeries; index: number; positions: number[] };

export function isHiddenInAll({ series }: StatisticsInput, position: number): boolean {
  return series.length > 0 && series.every(({ cells }) => cells[position]?.kind === "hidden");
}

/**
 * Where one line is hidden and another shows, for a row of its own under the steps: hatched over the plot it would
 * cover the line that shows.
 */
export function hiddenLanes(input: StatisticsInput): HiddenLane[] {
  return input.series.flatMap((series, index) => {
    const positions = series.cells.flatMap(({ kind }, position) =>
      kind === "hidden" && !isHiddenInAll(input, position) ? [position] : [],
    );
    return positions.length === 0 ? [] : [{ series, index, positions }];
  });
}
