import type { PlaceLevel, ReleaseCell, ReleaseTable, StatisticsRelease } from "../statistics/index.ts";
import { type CellField, cellFields, type FieldName } from "./cell-fields.ts";
import { compareCells } from "./order-cells.ts";
import { placeFinder } from "./tidy-cells.ts";

/** Cells of one table laid out for reading. All words are Swedish. */
export interface CrossTable {
  readonly table: ReleaseTable;
  /** What all its cells have in common: metric and period, for example. */
  readonly common: readonly { readonly head: string; readonly text: string }[];
  readonly keyHeads: readonly string[];
  readonly columns: readonly { readonly code: string; readonly text: string }[];
  readonly rows: readonly CrossRow[];
}

export interface CrossRow {
  readonly keys: readonly string[];
  /** One a column; null where the release has no such cell. */
  readonly cells: readonly (ReleaseCell | null)[];
}

interface Layout {
  readonly table: ReleaseTable;
  /** The levels of place it takes, where a table is laid out in two ways. */
  readonly levels?: readonly PlaceLevel[];
  readonly common: readonly FieldName[];
  readonly keys: readonly FieldName[];
  readonly column: FieldName;
}

const LAYOUTS: readonly Layout[] = [
  { table: "uptake", levels: ["kommun"], common: ["place", "period"], keys: ["metric"], column: "ageGroup" },
  {
    table: "uptake",
    levels: ["omrade", "unit"],
    common: ["metric", "period"],
    keys: ["place", "level"],
    column: "ageGroup",
  },
  {
    table: "area_mean",
    common: ["metric", "period", "rater"],
    keys: ["place", "level", "ageGroup"],
    column: "area",
  },
  {
    table: "area_share",
    common: ["metric", "period", "rater"],
    keys: ["place", "level", "ageGroup"],
    column: "area",
  },
  { table: "change", common: ["place", "ageGroup", "period", "rater"], keys: ["area"], column: "metric" },
  { table: "lead_time", common: ["place", "ageGroup", "period"], keys: ["stretch"], column: "figure" },
];

/** Every cell of the release in one of the tables, each once. */
export function crossTables(release: StatisticsRelease): CrossTable[] {
  const fields = cellFields(release);
  const placeOf = placeFinder(release);
  return LAYOUTS.flatMap(({ table, levels, common, keys, column }) => {
    const of = (names: readonly FieldName[]) => names.map((name) => fields[name]);
    const cells = release.cells.filter(
      (cell) => cell.table === table && (levels?.includes(placeOf(cell.unit).level) ?? true),
    );
    const laidOut = { table, common: of(common), keys: of(keys), column: fields[column] };
    return groupBy(cells, laidOut.common).map((group) => crossTable(laidOut, group));
  });
}

interface Fields {
  readonly table: ReleaseTable;
  readonly common: readonly CellField[];
  readonly keys: readonly CellField[];
  readonly column: CellField;
}

function crossTable({ table, common, keys, column }: Fields, cells: readonly ReleaseCell[]): CrossTable {
  const codes = [...new Set(cells.map(column.codeOf))].toSorted(column.compare);
  const [first] = cells;
  return {
    table,
    common:
      first === undefined ? [] : common.map((field) => ({ head: field.head, text: textOf(field, first) })),
    keyHeads: keys.map(({ head }) => head),
    columns: codes.map((code) => ({ code, text: column.labelOf(code) })),
    rows: groupBy(cells, keys).map((row) => {
      const byColumn = new Map(row.map((cell) => [column.codeOf(cell), cell]));
      const [cell] = row;
      return {
        keys: cell === undefined ? [] : keys.map((field) => textOf(field, cell)),
        cells: codes.map((code) => byColumn.get(code) ?? null),
      };
    }),
  };
}

function textOf(field: CellField, cell: ReleaseCell): string {
  return field.labelOf(field.codeOf(cell));
}

function groupBy(cells: readonly ReleaseCell[], fields: readonly CellField[]): ReleaseCell[][] {
  const groups = new Map<string, ReleaseCell[]>();
  for (const cell of cells) {
    const key = JSON.stringify(fields.map((field) => field.codeOf(cell)));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [cell]);
    else group.push(cell);
  }
  return [...groups.values()].toSorted(([a], [b]) => (a && b ? compareCells(a, b, fields) : 0));
}
