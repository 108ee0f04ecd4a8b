import type { ReleaseCell, ReleasePlace, StatisticsRelease } from "../statistics/index.ts";
import { type CsvValue, csvText, TIDY_DIALECT } from "./csv-text.ts";
import type { CellStatus } from "./labels.ts";
import { cellsInOrder } from "./order-cells.ts";

export const TIDY_HEADS = [
  "table",
  "metric",
  "place",
  "place_level",
  "parent",
  "age_group",
  "period",
  "area",
  "rater",
  "status",
  "value",
  "n",
  "band",
];

/** What stands in the value column where there is no number, by the reason. */
export const MISSING_CODES: readonly Exclude<CellStatus, "published">[] = [
  "protected",
  "not_applicable",
  "band",
];

/** One line a cell, in a fixed order. A cell without a number has a code in its place. */
export function tidyCellsCsv(release: StatisticsRelease): string {
  const placeOf = placeFinder(release);
  const rows = cellsInOrder(release).map((cell) => tidyRow(cell, placeOf(cell.unit)));
  return csvText([TIDY_HEADS, ...rows], TIDY_DIALECT);
}

function tidyRow({ cell, ...at }: ReleaseCell, place: ReleasePlace): CsvValue[] {
  return [
    at.table,
    at.metric,
    place.code,
    place.level,
    place.parent,
    at.ageGroup,
    at.period,
    at.area,
    at.rater,
    cell.status,
    cell.status === "published" ? cell.value : cell.status,
    cell.status === "published" && cell.n !== undefined ? cell.n : null,
    cell.status === "band" ? cell.band : null,
  ];
}

/** @throws RangeError when a cell names a place that the release lacks. */
export function placeFinder({ head }: StatisticsRelease): (code: string) => ReleasePlace {
  const places = new Map(head.places.map((place) => [place.code, place]));
  return (code) => {
    const place = places.get(code);
    if (place === undefined) throw new RangeError(`not a place of ${head.id}: ${code}`);
    return place;
  };
}

/** The places by code, for joining names to the cells. */
export function placesCsv({ head }: StatisticsRelease): string {
  const rows = head.places.map(({ code, name, level, parent }) => [code, name, level, parent]);
  return csvText([["place", "name", "place_level", "parent"], ...rows], TIDY_DIALECT);
}
