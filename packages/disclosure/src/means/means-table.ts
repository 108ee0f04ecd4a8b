import { at } from "../at.ts";
import type { Cell, Release } from "../cell.ts";
import type { WorldSpace } from "../column-plan.ts";
import { expectation } from "../expectation.ts";
import { type Fault, refuseFaults } from "../fault.ts";
import { type FrozenCell, findFrozenCells } from "../frozen.ts";
import { unitsOfAtoms } from "../insiders.ts";
import { cellsOfPeriods, type Lattice, type LatticeCell } from "../lattice.ts";
import type { Row } from "../row.ts";
import { frozenRole, mergeRows, type TableCell } from "../row-table.ts";
import { weightOfCell } from "../weight.ts";
import { type Group, listGroups } from "./groups.ts";
import { meanCell, roundMean, sumsAllowed } from "./mean-cell.ts";
import { groupScores, type Scores } from "./scores.ts";

export interface MeansInput {
  readonly lattice: Lattice;
  readonly scores: Scores;
  readonly frozen: readonly Release[];
  readonly periods: readonly string[];
  /** Secret; breaks ties. */
  readonly key: string;
  /**
   * P6: what is published of the number of children behind each mean, by its codes joined as JSON. A mean
   * whose count is protected is protected. Null when no count is published beside the means.
   */
  readonly countCells: ReadonlyMap<string, Cell> | null;
}

/** A cell of this release, what may be said of it for its own sake, and its row (null: nobody in it). */
interface NewMean {
  readonly cell: LatticeCell;
  readonly statement: Cell;
  readonly row: Row | null;
}

/** All releases with the new cells, before secondary suppression. */
export interface MeansTable {
  readonly space: WorldSpace;
  readonly atoms: readonly number[];
  readonly rows: readonly Row[];
  readonly groups: readonly Group[];
  readonly newCells: readonly NewMean[];
  readonly frozenCells: readonly FrozenCell[];
}

/** P6: no mean beside a hidden count. */
function besideCount(statement: Cell, cell: LatticeCell, countCells: MeansInput["countCells"]): Cell {
  if (countCells === null || statement.status === "not_applicable") return statement;
  return countCells.get(JSON.stringify(cell.codes))?.status === "published"
    ? statement
    : { status: "protected" };
}

const UNROUNDED = { up: 0, down: 0 };

function tableCell(input: MeansInput, cell: LatticeCell, statement: Cell, role: Row["role"]): TableCell {
  const { lattice, scores } = input;
  const { n, sum } = groupScores(scores, cell.atoms);
  const sums = sumsAllowed(statement, n, lattice.parameters.scale);
  // The true sum may stand a rounding error outside what its own rounded mean allows.
  const give =
    sums === null ? UNROUNDED : { up: Math.max(0, sums.high - sum), down: Math.max(0, sum - sums.low) };
  const inhabited = cell.atoms.filter((atom) => at(scores.counts.values, atom) > 0);
  return { ...cell, atoms: inhabited, value: sum, give, weight: weightOfCell(lattice, cell), role };
}

/** @throws InputFaults when a published mean or band is no longer true: nothing is ever revised. */
function refuseRevisedMeans(input: MeansInput, cells: readonly FrozenCell[]): void {
  const faults = cells.flatMap(({ codes, atoms, cell }): Fault[] => {
    const { n, sum } = groupScores(input.scores, atoms);
    const sums = sumsAllowed(cell, n, input.lattice.parameters.scale);
    const isStated = cell.status === "published" || cell.status === "band";
    if (!isStated) return [];
    const isTrue = sums !== null && n > 0 && sum >= sums.low - 1e-6 && sum <= sums.high + 1e-6;
    if (isTrue) return [];
    const stated = cell.status === "published" ? String(cell.value) : cell.band;
    const value = n === 0 ? "" : String(roundMean(sum, n));
    const expected = expectation("as_published", { value: stated });
    return [{ row: null, column: `mean of ${codes.join(",")}`, value, expected }];
  });
  refuseFaults("counts", faults);
}

/**
 * Lays all releases and the new cells out as rows over the sums of scores. Every reader is taken to know how
 * many children there are in each atom.
 * @throws InputFaults when the input contradicts an earlier release.
 */
export function layOutMeans(input: MeansInput): MeansTable {
  const { lattice, scores } = input;
  const { scale } = lattice.parameters;
  const n = scores.counts.values;
  const frozenCells = findFrozenCells(lattice, input.frozen);
  refuseRevisedMeans(input, frozenCells);
  const frozen = frozenCells.flatMap((cell) => {
    const role = cell.cell.status === "band" ? "exact" : frozenRole(cell.cell);
    return role === null ? [] : [tableCell(input, cell, cell.cell, role)];
  });
  const added = cellsOfPeriods(lattice, input.periods).map((cell) => {
    const statement = besideCount(
      meanCell(groupScores(scores, cell.atoms), lattice.parameters),
      cell,
      input.countCells,
    );
    const role = statement.status === "protected" ? "closed" : "open";
    const entry = tableCell(input, cell, statement, role);
    return { cell, statement, entry: entry.atoms.length === 0 ? null : entry };
  });
  const entries = [...frozen, ...added.flatMap(({ entry }) => entry ?? [])].filter((e) => e.atoms.length > 0);
  const { rows, rowOf } = mergeRows(entries, input.key);
  const unitOf = unitsOfAtoms(lattice);
  const cells = [...frozenCells, ...added.map(({ cell }) => cell)];
  const atoms = [...new Set(rows.flatMap((row) => row.atoms))].sort((a, b) => a - b);
  const space = {
    values: scores.sums,
    rise: Array.from(n, (children, atom) => Math.max(0, children * scale.high - at(scores.sums, atom))),
    fall: Array.from(n, (children, atom) => Math.max(0, at(scores.sums, atom) - children * scale.low)),
    unitOf,
    children: n,
    isWhole: false,
  };
  const newCells = added.map(({ cell, statement, entry }) => ({
    cell,
    statement,
    row: entry === null ? null : (rowOf.get(entry) ?? null),
  }));
  const groups = listGroups(cells, { n, unitOf });
  return { space, atoms, rows, groups, newCells, frozenCells };
}
