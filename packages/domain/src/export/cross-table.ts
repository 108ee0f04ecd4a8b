import {
  RELEASE_TABLES,
  type ReleaseCell,
  type ReleaseTable,
  type StatisticsRelease,
} from "../statistics/index.ts";
import { type CellField, cellFields, type FieldName } from "./cell-fields.ts";

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
  readonly common: readonly FieldName[];
  readonly keys: readonly FieldName[];
  readonly column: FieldName;
}

const LAYOUTS: Readonly<Record<ReleaseTable, Layout>> = {
  uptake: { common: ["metric", "period"], keys: ["place", "level"], column: "ageGroup" },
  area_mean: { common: ["metric", "period", "rater"], keys: ["place", "level", "ageGroup"], column: "area" },
  area_share: { common: ["metric", "period", "rater"], keys: ["place", "level", "ageGroup"], column: "area" },
  change: { common: ["period", "rater", "place", "ageGroup"], keys: ["area"], column: "metric" },
  lead_time: { common: ["period", "place", "ageGroup"], keys: ["stretch"], column: "figure" },
};

/** Every cell of the release in one of the tables, each once. */
export function crossTables(release: StatisticsRelease): CrossTable[] {
  const fields = cellFields(release);
  return RELEASE_TABLES.flatMap((table) => {
    const layout = LAYOUTS[table];
    const of = (names: readonly FieldName[]) => names.map((name) => fields[name]);
    const cells = release.cells.filter((cell) => cell.table === table);
    return groupBy(cells, of(layout.common)).map((group) =>
      crossTable(
        { table, common: of(layout.common), keys: of(layout.keys), column: fields[layout.column] },
        group,
      ),
    );
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

function compareCells(a: ReleaseCell, b: ReleaseCell, fields: readonly CellField[]): number {
  for (const { codeOf, compare } of fields) {
    const order = compare(codeOf(a), codeOf(b));
    if (order !== 0) return order;
  }
  return 0;
}
