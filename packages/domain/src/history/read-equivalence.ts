import { type Equivalence, INSTRUMENT_IDS, isInstrumentId } from "../behovskompass/index.ts";
import {
  accepted,
  cellAt,
  type Expectation,
  type FileFault,
  isBlankRow,
  isTooLong,
  type Result,
  readHeader,
  refused,
  shownValue,
  TOO_LONG,
} from "../shared/index.ts";
import { EQUIVALENCE_COLUMNS } from "./columns.ts";

type Column = (typeof EQUIVALENCE_COLUMNS)[number];
type Cells = Readonly<Record<Column, string>>;
type Line = { readonly row: number; readonly cells: Cells };

/**
 * Reads an equivalence file. A statement stands for at most one in the other version, read from either
 * side; the same pair told twice, or back to front, is no fault.
 * @param rows every row with its number in the file, the header first
 */
export function readEquivalences(
  rows: readonly { readonly cells: readonly string[]; readonly row: number }[],
): Result<readonly Equivalence[], FileFault> {
  const [first, ...rest] = rows.filter(({ cells }) => !isBlankRow(cells));
  // Stryker disable next-line ArrayDeclaration: no header lacks every column, whatever stands in it
  const header = readHeader(first === undefined ? [] : first.cells, EQUIVALENCE_COLUMNS);
  if (!header.ok) return header;
  const { positions, cellCount } = header.value;
  const faults: FileFault[] = [];
  const lines: Line[] = [];
  for (const { cells, row } of rest) {
    if (cells.length !== cellCount) {
      const expected = { code: "cell_count", count: cellCount } as const;
      faults.push({ row, column: null, value: String(cells.length), expected });
      continue;
    }
    const entries = EQUIVALENCE_COLUMNS.map((column) => [column, cellAt(cells, positions[column])] as const);
    lines.push({ row, cells: Object.fromEntries(entries) as Cells });
  }
  faults.push(...lines.flatMap(checkCells), ...checkOneToOne(lines));
  if (faults.length > 0) return refused(...faults.toSorted((a, b) => a.row - b.row));
  return accepted(lines.flatMap(({ cells }) => toEquivalence(cells)));
}

function checkCells({ row, cells }: Line): FileFault[] {
  return EQUIVALENCE_COLUMNS.flatMap((column): FileFault[] => {
    const value = cells[column];
    const expected = expectationOf(column, cells);
    return expected === null ? [] : [{ row, column, value: shownValue(value), expected }];
  });
}

function expectationOf(column: Column, cells: Cells): Expectation | null {
  const value = cells[column];
  if (isTooLong(value)) return TOO_LONG;
  if (column === "instrument") {
    return isInstrumentId(value) ? null : { code: "one_of", options: INSTRUMENT_IDS };
  }
  if (value === "") return { code: "filled" };
  const isSameVersion = column === "to_version" && value === cells.from_version;
  return isSameVersion ? { code: "another_version" } : null;
}

/** Both ways round: neither statement of a pair may be paired with another of the same two versions. */
function checkOneToOne(lines: readonly Line[]): FileFault[] {
  const partners = new Map<string, { readonly partner: string; readonly row: number }>();
  return lines.flatMap(({ row, cells }): FileFault[] => {
    const { instrument, from_version, to_version, from_statement, to_statement } = cells;
    const sides = [
      {
        column: "to_statement",
        key: [instrument, from_version, to_version, from_statement],
        partner: to_statement,
      },
      {
        column: "from_statement",
        key: [instrument, to_version, from_version, to_statement],
        partner: from_statement,
      },
    ];
    return sides.flatMap(({ column, key, partner }): FileFault[] => {
      const text = JSON.stringify(key);
      const earlier = partners.get(text);
      if (earlier === undefined) partners.set(text, { partner, row });
      if (earlier === undefined || earlier.partner === partner) return [];
      return [
        { row, column, value: shownValue(partner), expected: { code: "one_to_one", row: earlier.row } },
      ];
    });
  });
}

function toEquivalence(cells: Cells): Equivalence[] {
  // Stryker disable next-line ConditionalExpression,ArrayDeclaration: another instrument was a fault before; the check is for the type
  if (!isInstrumentId(cells.instrument)) return [];
  return [
    {
      instrument: cells.instrument,
      fromVersion: cells.from_version,
      toVersion: cells.to_version,
      pairs: [{ from: cells.from_statement, to: cells.to_statement }],
    },
  ];
}
