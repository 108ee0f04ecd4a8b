import { RELEASE_TABLES, type ReleaseCell, type StatisticsRelease } from "../statistics/index.ts";
import { type CellField, cellFields } from "./cell-fields.ts";

/** The cells in one order, however they were read: by table, metric, period, place, ages, area and rater. */
export function cellsInOrder(release: StatisticsRelease): ReleaseCell[] {
  const { metric, period, place, ageGroup, area, rater } = cellFields(release);
  const fields = [metric, period, place, ageGroup, area, rater];
  return release.cells.toSorted(
    (a, b) => RELEASE_TABLES.indexOf(a.table) - RELEASE_TABLES.indexOf(b.table) || compareCells(a, b, fields),
  );
}

export function compareCells(a: ReleaseCell, b: ReleaseCell, fields: readonly CellField[]): number {
  for (const { codeOf, compare } of fields) {
    const order = compare(codeOf(a), codeOf(b));
    if (order !== 0) return order;
  }
  return 0;
}
