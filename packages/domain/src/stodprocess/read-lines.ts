import {
  accepted,
  cellAt,
  type FileFault,
  isBlankRow,
  isTooLong,
  type Result,
  readHeader,
  refused,
  shownValue,
  TOO_LONG,
} from "../shared/index.ts";

/** One row of a table with its cells by column and its number in the file. */
export interface Line<Column extends string> {
  readonly row: number;
  readonly cells: Readonly<Record<Column, string>>;
}

export interface Lines<Column extends string> {
  readonly lines: readonly Line<Column>[];
  /** Rows that could not be told apart into cells, and cells without end. */
  readonly faults: readonly FileFault[];
}

export type TableRows = readonly { readonly cells: readonly string[]; readonly row: number }[];

/** The rows of a small table under its header; only a header that cannot be read refuses the whole. */
export function readLines<Column extends string>(
  rows: TableRows,
  columns: readonly Column[],
): Result<Lines<Column>, FileFault> {
  const [first, ...rest] = rows.filter(({ cells }) => !isBlankRow(cells));
  const header = readHeader(first?.cells ?? [], columns);
  if (!header.ok) return header;
  const { positions, cellCount } = header.value;
  const faults: FileFault[] = [];
  const lines: Line<Column>[] = [];
  for (const { cells: given, row } of rest) {
    if (given.length !== cellCount) {
      const expected = { code: "cell_count", count: cellCount } as const;
      faults.push({ row, column: null, value: String(given.length), expected });
      continue;
    }
    const entries = columns.map((column) => [column, cellAt(given, positions[column])] as const);
    const tooLong = entries.filter(([, value]) => isTooLong(value));
    for (const [column, value] of tooLong)
      faults.push({ row, column, value: shownValue(value), expected: TOO_LONG });
    if (tooLong.length === 0) lines.push({ row, cells: toCells(entries) });
  }
  return accepted({ lines, faults });
}

function toCells<Column extends string>(entries: readonly (readonly [Column, string])[]) {
  return Object.fromEntries(entries) as Record<Column, string>;
}

/** All of the file, or every fault in it sorted by row. */
export function wholeOrFaults<Row>(
  rows: readonly Row[],
  faults: readonly FileFault[],
): Result<readonly Row[], FileFault> {
  return faults.length === 0 ? accepted(rows) : refused(...faults.toSorted((a, b) => a.row - b.row));
}
