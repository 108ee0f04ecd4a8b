import type { StatisticsCell } from "./statistics-input.ts";

export type StatisticsPoint = { position: number; value: number; text: string };

/**
 * A series as unbroken runs of shown cells. A hidden or absent cell ends a run: a line drawn past it would
 * tell roughly what it holds.
 */
export function toStatisticsRuns(cells: StatisticsCell[]): StatisticsPoint[][] {
  const runs: StatisticsPoint[][] = [];
  let run: StatisticsPoint[] = [];
  for (const [position, cell] of cells.entries()) {
    if (cell.kind === "shown") run.push({ position, value: cell.value, text: cell.text });
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  return run.length > 0 ? [...runs, run] : runs;
}
