import { AREAS, areaName } from "@kompassen/domain/behovskompass";
import { ageGroupLabel } from "@kompassen/domain/export";
import { BARNTEAM_AGE_GROUPS } from "@kompassen/domain/people";
import type { Language } from "@kompassen/domain/shared";
import {
  ALL_AGES,
  LEAD_TIME_FIGURES,
  LEAD_TIMES,
  leadTimeKey,
  metricOf,
  type ReleaseHead,
  type ReleasePlace,
} from "@kompassen/domain/statistics";
import type { CellAddress } from "./cell-index.ts";
import { leadFigureName, leadName } from "./lead-words.ts";
import type { TableChoice } from "./table-choice.ts";
import { PLACE_LEVEL, TABLE_KINDS } from "./table-kinds.ts";

/** A row or a column: what it adds to the address of its cells. */
export interface GridLine {
  readonly key: string;
  readonly name: string;
  readonly address: Partial<CellAddress>;
}

/** A table before its cells: each cell's address is that of the table, its row and its column together. */
export interface TableGrid {
  /** What a row is. */
  readonly rowKind: "place" | "metric" | "area" | "lead";
  readonly rows: readonly GridLine[];
  readonly columns: readonly GridLine[];
  readonly address: CellAddress;
}

/** Rows and columns of a table, in the order of the model or by name: never by what the cells hold. */
export function tableGrid(choice: TableChoice, head: ReleaseHead, language: Language): TableGrid {
  const { tabell, niva, alder, period, skattare, behov } = choice;
  const { metrics, isByArea } = TABLE_KINDS[tabell];
  const address: CellAddress = {
    metric: metrics[0] ?? "",
    unit: head.kommunCode,
    ageGroup: alder,
    period,
    area: isByArea ? behov : null,
    rater: isByArea ? skattare : null,
  };
  const places = () => placeLines(head.places, choice, language);
  const metricLines = () =>
    metrics.map((metric) => ({ key: metric, name: metricOf(metric).name[language], address: { metric } }));
  const areas = () => AREAS.map((area) => ({ key: area, name: areaName(area, language), address: { area } }));
  if (tabell === "ledtider") return { ...leadGrid(language), address };
  if (tabell === "forandring")
    return niva === "alder"
      ? { rowKind: "area", rows: areas(), columns: metricLines(), address }
      : { rowKind: "place", rows: places(), columns: metricLines(), address };
  if (niva === "alder") {
    const columns = ageLines(tabell === "steg" || isByArea, language);
    return isByArea
      ? { rowKind: "area", rows: areas(), columns, address }
      : { rowKind: "metric", rows: metricLines(), columns, address };
  }
  return { rowKind: "place", rows: places(), columns: isByArea ? areas() : metricLines(), address };
}

function placeLines(
  places: readonly ReleasePlace[],
  { niva }: TableChoice,
  language: Language,
): readonly GridLine[] {
  return places
    .filter(({ level }) => level === PLACE_LEVEL[niva])
    .map(({ code, name }) => ({ key: code, name, address: { unit: code } }))
    .toSorted((a, b) => a.name.localeCompare(b.name, language));
}

function ageLines(isByAge: boolean, language: Language): GridLine[] {
  const codes = isByAge ? [ALL_AGES, ...BARNTEAM_AGE_GROUPS] : [ALL_AGES];
  return codes.map((code) => ({
    key: code,
    name: ageGroupLabel(code, language),
    address: { ageGroup: code },
  }));
}

/** Lead times have a metric for each pair of stretch and figure; the cell is found by both. */
function leadGrid(language: Language): Pick<TableGrid, "rowKind" | "rows" | "columns"> {
  return {
    rowKind: "lead",
    rows: LEAD_TIMES.map((lead) => ({ key: lead, name: leadName(lead, language), address: {} })),
    columns: LEAD_TIME_FIGURES.map((figure) => ({
      key: figure,
      name: leadFigureName(figure, language),
      address: {},
    })),
  };
}

export function addressAt(grid: TableGrid, row: GridLine, column: GridLine): CellAddress {
  const address = { ...grid.address, ...row.address, ...column.address };
  if (grid.rowKind !== "lead") return address;
  const lead = LEAD_TIMES.find((candidate) => candidate === row.key);
  const figure = LEAD_TIME_FIGURES.find((candidate) => candidate === column.key);
  return lead === undefined || figure === undefined
    ? address
    : { ...address, metric: leadTimeKey(lead, figure) };
}
