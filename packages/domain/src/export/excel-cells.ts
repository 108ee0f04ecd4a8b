import type { ReleaseCell, ReleasePlace, StatisticsRelease } from "../statistics/index.ts";
import { bandText } from "./cell-words.ts";
import { type CsvValue, csvText, SWEDISH_EXCEL_DIALECT } from "./csv-text.ts";
import {
  ageGroupLabel,
  areaLabel,
  LEVEL_NAMES,
  metricLabel,
  raterLabel,
  STATUS_NAMES,
  TABLE_NAMES,
} from "./labels.ts";
import { cellsInOrder } from "./order-cells.ts";
import { placeFinder } from "./tidy-cells.ts";

const HEADS = [
  "Tabell",
  "Mått",
  "Plats",
  "Nivå",
  "Tillhör",
  "Åldersgrupp",
  "Period",
  "Område",
  "Skattare",
  "Status",
  "Värde",
  "Antal barn",
  "Spann",
];

/**
 * The same cells in the same order as the tidy file, in Swedish words: a spreadsheet would take the age
 * group "1-6" and the band "10-19" for dates.
 */
export function excelCellsCsv(release: StatisticsRelease): string {
  const placeOf = placeFinder(release);
  const rows = cellsInOrder(release).map((cell) => excelRow(cell, placeOf));
  return csvText([HEADS, ...rows], SWEDISH_EXCEL_DIALECT);
}

function excelRow({ cell, ...at }: ReleaseCell, placeOf: (code: string) => ReleasePlace): CsvValue[] {
  const place = placeOf(at.unit);
  return [
    TABLE_NAMES[at.table].sv,
    metricLabel(at.metric, "sv"),
    place.name,
    LEVEL_NAMES[place.level].sv,
    place.parent === null ? null : placeOf(place.parent).name,
    ageGroupLabel(at.ageGroup, "sv"),
    at.period,
    at.area === null ? null : areaLabel(at.area, "sv"),
    at.rater === null ? null : raterLabel(at.rater, "sv"),
    STATUS_NAMES[cell.status].sv,
    cell.status === "published" ? cell.value : STATUS_NAMES[cell.status].sv,
    cell.status === "published" && cell.n !== undefined ? cell.n : null,
    cell.status === "band" ? bandText(at.metric, cell.band, "sv") : null,
  ];
}
