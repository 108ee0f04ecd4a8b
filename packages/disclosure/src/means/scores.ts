import { at } from "../at.ts";
import { type Counts, fieldOf, headerFaults, parseWholeNumber, readAtom, type TableLine } from "../counts.ts";
import { expectation } from "../expectation.ts";
import { type Fault, refuseFaults } from "../fault.ts";
import { codesOfAtom, type Lattice } from "../lattice.ts";
import { periodOfAtom } from "../period.ts";

/** Scores per atom, as the files have them: how many children, the sum, the lowest and the highest. */
export interface Scores {
  readonly counts: Counts;
  readonly sums: Float64Array;
  /** Null where there is nobody. */
  readonly lowest: readonly (number | null)[];
  readonly highest: readonly (number | null)[];
}

/** The columns that make a table of counts one of scores. */
export const SCORE_COLUMNS = ["sum", "min", "max"];

const decimal = /^-?\d{1,9}(\.\d+)?$/;
const TOLERANCE = 1e-6;

function readDecimal(line: TableLine, column: string, faults: Fault[]): number | null {
  const value = fieldOf(line, column);
  if (decimal.test(value)) return Number(value);
  faults.push({ row: line.row, column, value, expected: expectation("decimal") });
  return null;
}

interface ScoreLine {
  readonly sum: number;
  readonly min: number;
  readonly max: number;
}

function readScoreLine(lattice: Lattice, line: TableLine, count: number, faults: Fault[]): ScoreLine | null {
  const { low, high } = lattice.parameters.scale;
  const sum = readDecimal(line, "sum", faults);
  const min = readDecimal(line, "min", faults);
  const max = readDecimal(line, "max", faults);
  if (sum === null || min === null || max === null) return null;
  const demand = (column: string, value: number, from: number, to: number) => {
    if (value >= from - TOLERANCE && value <= to + TOLERANCE) return;
    const expected = expectation("between", { low: String(from), high: String(to) });
    faults.push({ row: line.row, column, value: String(value), expected });
  };
  demand("min", min, low, high);
  demand("max", max, min, high);
  demand("sum", sum, min * (count - 1) + max, max * (count - 1) + min);
  return { sum, min, max };
}

function emptyFaults(line: TableLine): Fault[] {
  return SCORE_COLUMNS.flatMap((column): Fault[] => {
    const value = fieldOf(line, column);
    const isEmpty = value === "" || (column === "sum" && Number(value) === 0);
    return isEmpty ? [] : [{ row: line.row, column, value, expected: expectation("nothing") }];
  });
}

/**
 * Scores per atom from the lines of a file; an atom without a line has nobody.
 * @throws InputFaults with row, column, value and what was expected, for every fault in the file.
 */
export function readScores(lattice: Lattice, header: readonly string[], lines: readonly TableLine[]): Scores {
  const columns = [...lattice.dimensions.map((dimension) => dimension.name), "count", ...SCORE_COLUMNS];
  refuseFaults("counts", headerFaults(header, columns));
  const faults: Fault[] = [];
  const values = new Int32Array(lattice.atomCount);
  const sums = new Float64Array(lattice.atomCount);
  const lowest = new Array<number | null>(lattice.atomCount).fill(null);
  const highest = new Array<number | null>(lattice.atomCount).fill(null);
  const periods = new Set<string>();
  const rowOfAtom = new Map<number, number>();
  for (const line of lines) {
    const atom = readAtom(lattice, line, faults);
    const field = fieldOf(line, "count");
    const count = parseWholeNumber(field);
    if (count === null) {
      faults.push({ row: line.row, column: "count", value: field, expected: expectation("whole_number") });
    }
    if (count === null) continue;
    const scores = count === 0 ? null : readScoreLine(lattice, line, count, faults);
    if (count === 0) faults.push(...emptyFaults(line));
    if (atom === null) continue;
    const earlier = rowOfAtom.get(atom);
    if (earlier !== undefined) {
      const value = codesOfAtom(lattice, atom).join(",");
      faults.push({
        row: line.row,
        column: "",
        value,
        expected: expectation("once_row", { row: String(earlier) }),
      });
    }
    rowOfAtom.set(atom, line.row);
    periods.add(periodOfAtom(lattice, atom));
    values[atom] = count;
    if (scores === null) continue;
    sums[atom] = scores.sum;
    lowest[atom] = scores.min;
    highest[atom] = scores.max;
  }
  refuseFaults("counts", faults);
  return { counts: { values, periods, rowOfAtom }, sums, lowest, highest };
}

/** Everything about a set of atoms taken together. */
export interface GroupScores {
  readonly n: number;
  readonly sum: number;
  /** Lowest and highest score; null when the group is empty. */
  readonly range: { readonly min: number; readonly max: number } | null;
}

export function groupScores(scores: Scores, atoms: readonly number[]): GroupScores {
  let n = 0;
  let sum = 0;
  for (const atom of atoms) {
    n += at(scores.counts.values, atom);
    sum += at(scores.sums, atom);
  }
  const lows = atoms.flatMap((atom) => at(scores.lowest, atom) ?? []);
  const highs = atoms.flatMap((atom) => at(scores.highest, atom) ?? []);
  return { n, sum, range: n === 0 ? null : { min: Math.min(...lows), max: Math.max(...highs) } };
}
