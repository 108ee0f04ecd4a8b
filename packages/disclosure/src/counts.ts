import { expectation } from "./expectation.ts";
import { type Fault, refuseFaults } from "./fault.ts";
import { atomAt, codesOfAtom, type Lattice } from "./lattice.ts";
import { periodOfAtom } from "./period.ts";

/** One line of a table as it was read, not yet checked. `row` is its line in the file, the header being 1. */
export interface TableLine {
  readonly row: number;
  readonly fields: Readonly<Record<string, string>>;
}

/** Distinct children per atom. */
export interface Counts {
  readonly values: Int32Array;
  /** The finest periods that have at least one line, also one that says 0. */
  readonly periods: ReadonlySet<string>;
  /** The row of the file each atom stands in. */
  readonly rowOfAtom: ReadonlyMap<number, number>;
}

const wholeNumber = /^\d{1,9}$/;

/** The field as a whole number from 0, or null. */
export function parseWholeNumber(field: string): number | null {
  return wholeNumber.test(field) ? Number(field) : null;
}

export function fieldOf(line: TableLine, column: string): string {
  const value = line.fields[column];
  return value === undefined ? "" : value;
}

/** Faults of the header: every dimension and every listed column must be there, and nothing else. */
export function headerFaults(header: readonly string[], required: readonly string[]): Fault[] {
  const expected = expectation("columns", { names: required.join(", ") });
  const missing = required.filter((column) => !header.includes(column));
  const unknown = header.filter((column) => !required.includes(column));
  const repeated = header.filter((column, i) => header.indexOf(column) !== i);
  return [...missing, ...unknown, ...repeated].map((column) => ({
    row: 1,
    column,
    value: missing.includes(column) ? "" : column,
    expected,
  }));
}

/** The atom a line speaks of, or null after noting what is wrong with its codes. */
export function readAtom(lattice: Lattice, line: TableLine, faults: Fault[]): number | null {
  const positions = lattice.dimensions.map((dimension) => {
    const code = fieldOf(line, dimension.name);
    const position = dimension.leaves.indexOf(code);
    if (position < 0) {
      const level = dimension.levels.at(-1) ?? "";
      const expected = expectation(dimension.codes.has(code) ? "finest_code" : "known_code", { level });
      faults.push({ row: line.row, column: dimension.name, value: code, expected });
    }
    return position;
  });
  return positions.includes(-1) ? null : atomAt(lattice, positions);
}

/**
 * Counts per atom from the lines of a file; an atom without a line has 0.
 * @throws InputFaults with row, column, value and what was expected, for every fault in the file.
 */
export function readCounts(lattice: Lattice, header: readonly string[], lines: readonly TableLine[]): Counts {
  const columns = [...lattice.dimensions.map((dimension) => dimension.name), "count"];
  refuseFaults("counts", headerFaults(header, columns));
  const faults: Fault[] = [];
  const values = new Int32Array(lattice.atomCount);
  const periods = new Set<string>();
  const rowOfAtom = new Map<number, number>();
  for (const line of lines) {
    const atom = readAtom(lattice, line, faults);
    const field = fieldOf(line, "count");
    const count = parseWholeNumber(field);
    if (count === null) {
      faults.push({ row: line.row, column: "count", value: field, expected: expectation("whole_number") });
    }
    if (atom === null || count === null) continue;
    const earlier = rowOfAtom.get(atom);
    if (earlier !== undefined) {
      const value = codesOfAtom(lattice, atom).join(",");
      faults.push({
        row: line.row,
        column: columns.join(","),
        value,
        expected: expectation("once_row", { row: String(earlier) }),
      });
    }
    rowOfAtom.set(atom, line.row);
    values[atom] = count;
    periods.add(periodOfAtom(lattice, atom));
  }
  refuseFaults("counts", faults);
  return { values, periods, rowOfAtom };
}
