import {
  type Expectation,
  type FileFault,
  type LocalDate,
  type Result,
  shownValue,
} from "../shared/index.ts";
import { addressFault, COUNT_FORMS, type CountKind } from "./count-files.ts";
import { type Line, readLines, type TableRows, wholeOrFaults } from "./read-lines.ts";

/** One row of counts: its unit, where in that unit it belongs, and its whole numbers. */
export interface FileCount {
  readonly row: number;
  readonly unitId: string;
  /** By column, as in the file; an empty quarter is null: every quarter. */
  readonly address: Readonly<Record<string, string | null>>;
  readonly numbers: Readonly<Record<string, number>>;
}

const MOST = 1_000_000;
const WHOLE_NUMBER = /^\d{1,7}$/;

/**
 * Reads a file of counts: all of it, or every fault in it.
 * @param rows every row with its number in the file, the header first
 * @param units unit ids by the unit's code
 */
export function readCounts(
  kind: CountKind,
  rows: TableRows,
  units: ReadonlyMap<string, string>,
  today: LocalDate,
): Result<readonly FileCount[], FileFault> {
  const read = readLines(rows, listCountColumns(kind));
  if (!read.ok) return read;
  const faults = [...read.value.faults];
  const counts: FileCount[] = [];
  const seen = new Map<string, number>();
  for (const line of read.value.lines) {
    const unitId = units.get(line.cells.unit ?? "");
    const wrong = listWrong(kind, line, unitId, today);
    const address = addressOf(kind, line);
    const place = JSON.stringify([line.cells.unit, address]);
    if (seen.has(place)) wrong.push(["unit", { code: "one_row_each" }]);
    seen.set(place, line.row);
    faults.push(
      ...wrong.map(([column, expected]) => ({
        row: line.row,
        column,
        value: shownValue(line.cells[column] ?? ""),
        expected,
      })),
    );
    if (wrong.length > 0 || unitId === undefined) continue;
    const numbers = Object.fromEntries(
      COUNT_FORMS[kind].numbers.map((column) => [column, Number(line.cells[column])]),
    );
    counts.push({ row: line.row, unitId, address, numbers });
  }
  return wholeOrFaults(counts, faults);
}

export function listCountColumns(kind: CountKind): readonly string[] {
  const { address, numbers } = COUNT_FORMS[kind];
  return ["unit", ...address, ...numbers];
}

function listWrong(
  kind: CountKind,
  { cells }: Line<string>,
  unitId: string | undefined,
  today: LocalDate,
): [string, Expectation][] {
  const { address, numbers, whole } = COUNT_FORMS[kind];
  const wrong: [string, Expectation][] = unitId === undefined ? [["unit", { code: "known_unit" }]] : [];
  for (const column of address) {
    const expected = addressFault(kind, column, cells[column] ?? "", today);
    if (expected !== null) wrong.push([column, expected]);
  }
  const most = whole !== null && isWhole(cells[whole] ?? "") ? Number(cells[whole]) : MOST;
  for (const column of numbers) {
    const text = cells[column] ?? "";
    if (!isWhole(text)) wrong.push([column, { code: "whole_number", most: MOST }]);
    else if (column !== whole && Number(text) > most) wrong.push([column, { code: "whole_number", most }]);
  }
  return wrong;
}

function isWhole(text: string): boolean {
  return WHOLE_NUMBER.test(text) && Number(text) <= MOST;
}

function addressOf(kind: CountKind, { cells }: Line<string>): FileCount["address"] {
  return Object.fromEntries(
    COUNT_FORMS[kind].address.map((column) => [
      column,
      cells[column] === "" ? null : (cells[column] ?? null),
    ]),
  );
}
