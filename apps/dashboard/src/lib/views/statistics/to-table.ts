import type { Language } from "@kompassen/domain/shared";
import { metricOf, type ReleaseHead } from "@kompassen/domain/statistics";
import type { CellIndex } from "./cell-index.ts";
import { findCoarser, type Way } from "./find-coarser.ts";
import type { ReleaseHistory } from "./release-history.ts";
import { releaseOf } from "./release-history.ts";
import type { TableChoice } from "./table-choice.ts";
import { addressAt, type GridLine, type TableGrid, tableGrid } from "./table-grid.ts";
import { type CellView, toCellView } from "./to-cell-view.ts";
import { listDefinitions, type MetricDefinition } from "./to-definitions.ts";
import { withheldNames } from "./withheld-names.ts";

interface TableRow {
  readonly key: string;
  readonly name: string;
  /** One for each column, in their order. */
  readonly cells: readonly CellView[];
  /** Where hidden cells of the row can be read in a coarser table; null when none is hidden or nothing shows. */
  readonly way: Way | null;
}

export interface StatisticsTable {
  readonly rowKind: TableGrid["rowKind"];
  readonly columns: readonly { readonly key: string; readonly name: string }[];
  readonly rows: readonly TableRow[];
  readonly cellCount: number;
  readonly hiddenCount: number;
  /** The release that holds the numbers; it may be older than the one whose page is read. */
  readonly head: ReleaseHead;
  readonly definitions: readonly MetricDefinition[];
  /** What was left out of the release at this level, by name. */
  readonly withheld: readonly string[];
}

/** @returns null while no release has a period for the table */
export function toTable(
  choice: TableChoice,
  history: ReleaseHistory,
  index: CellIndex,
  path: string,
  language: Language,
): StatisticsTable | null {
  const head = releaseOf(history, choice.period);
  if (head === undefined) return null;
  const grid = tableGrid(choice, head, language);
  const found = (row: GridLine, column: GridLine) => index.find(addressAt(grid, row, column));
  const columns = grid.columns.filter((column) => grid.rows.some((row) => found(row, column) !== undefined));
  const rows = grid.rows
    .filter((row) => columns.some((column) => found(row, column) !== undefined))
    .map((row): TableRow => {
      const hidden = columns.filter((column) => found(row, column)?.cell.status === "protected");
      return {
        key: row.key,
        name: row.name,
        cells: columns.map((column) => toCellView(found(row, column), language)),
        way: findCoarser(
          hidden.map((column) => addressAt(grid, row, column)),
          choice,
          history,
          index,
          path,
        ),
      };
    });
  const cells = rows.flatMap((row) => row.cells);
  const metrics = new Set(
    rows.length === 0
      ? []
      : grid.rows.flatMap((row) => columns.map((column) => addressAt(grid, row, column).metric)),
  );
  return {
    rowKind: grid.rowKind,
    columns: columns.map(({ key, name }) => ({ key, name })),
    rows,
    cellCount: cells.filter(({ kind }) => kind !== "absent").length,
    hiddenCount: cells.filter(({ kind }) => kind === "hidden").length,
    head,
    definitions: listDefinitions([...metrics].map(metricOf), language),
    withheld: withheldNames(choice, head, language),
  };
}
