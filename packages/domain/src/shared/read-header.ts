import type { FileFault } from "./file-fault.ts";
import { accepted, type Result, refused } from "./result.ts";

/** Where each named column stands in a row, and how many cells a row has. */
export type Header<Column extends string> = {
  readonly positions: Readonly<Record<Column, number>>;
  readonly cellCount: number;
};

const HEADER_ROW = 1;

/** Columns may stand in any order and other columns are let be, but none may be missing or named twice. */
export function readHeader<Column extends string>(
  cells: readonly string[],
  columns: readonly Column[],
): Result<Header<Column>, FileFault> {
  const names = cells.map((cell) => cell.trim());
  const faults = columns.flatMap((column): FileFault[] => {
    const count = names.filter((name) => name === column).length;
    if (count === 1) return [];
    const code = count === 0 ? "column" : "column_once";
    return [{ row: HEADER_ROW, column, value: count === 0 ? "" : column, expected: { code } }];
  });
  if (faults.length > 0) return refused(...faults);
  const entries = columns.map((column) => [column, names.indexOf(column)] as const);
  return accepted({ positions: toRecord(entries), cellCount: cells.length });
}

function toRecord<Column extends string>(entries: readonly (readonly [Column, number])[]) {
  return Object.fromEntries(entries) as Record<Column, number>;
}
