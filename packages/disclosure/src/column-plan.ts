import { at } from "./at.ts";
import type { Component } from "./component.ts";

/** What everybody knows about the atoms of a table, relative to their true values. */
export interface WorldSpace {
  /** The true values: counts, or sums of scores. */
  readonly values: ArrayLike<number>;
  /** How far each atom could be above and below its true value, were nothing published. */
  readonly rise: ArrayLike<number>;
  readonly fall: ArrayLike<number>;
  readonly unitOf: readonly (number | null)[];
  /** Children per atom: what a reader who knows one child in an atom cannot be told is 0. */
  readonly children: ArrayLike<number>;
  /** Counts are whole numbers; sums of scores need not be. */
  readonly isWhole: boolean;
}

/**
 * Where everything stands in the linear model. Column `c` is how far an atom (or the sum of several) rises
 * above its true value, column `c + 1` how far it falls below. Each sum is one equation: what its atoms rise
 * and fall together is what the sum rises and falls, after what rounding gives.
 */
export interface ColumnPlan {
  /** The atoms that can differ, in column order: atom `i` has the columns 2i and 2i + 1. */
  readonly atoms: readonly number[];
  readonly columnOfAtom: ReadonlyMap<number, number>;
  /** By the identity of the list of atoms. */
  readonly columnOfSum: ReadonlyMap<readonly number[], number>;
  readonly atomsOfUnit: ReadonlyMap<number, readonly number[]>;
  readonly columnCount: number;
  readonly upper: Float64Array;
  readonly matrix: {
    readonly format: "csr";
    readonly numRows: number;
    readonly numCols: number;
    readonly starts: readonly number[];
    readonly indices: readonly number[];
    readonly values: readonly number[];
  };
}

/** No world needs anything to move further than this, and finite bounds keep the solver's numbers small. */
export const FURTHEST = 10_000;

interface Sum {
  readonly atoms: readonly number[];
  readonly isExact: boolean;
  readonly give: { readonly up: number; readonly down: number };
}

/** Atoms that everybody knows: published alone and unrounded, in a sum of 0, or without room to move. */
function knownAtoms(space: WorldSpace, component: Component): ReadonlySet<number> {
  const exact = component.rows.filter((row) => row.role === "exact" && row.give.up + row.give.down === 0);
  const known = exact.filter((row) => row.atoms.length === 1 || row.value === 0).flatMap((row) => row.atoms);
  const stuck = component.atoms.filter((atom) => at(space.rise, atom) === 0 && at(space.fall, atom) === 0);
  return new Set([...known, ...stuck]);
}

function groupByUnit(atoms: readonly number[], unitOf: WorldSpace["unitOf"]): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const atom of atoms) {
    const unit = at(unitOf, atom);
    if (unit === null) continue;
    const group = groups.get(unit);
    if (group === undefined) groups.set(unit, [atom]);
    else group.push(atom);
  }
  return groups;
}

/** The rows and demands that need an equation: an atom that is published alone and unrounded needs none. */
function sumsOf(component: Component, isFree: (atom: number) => boolean): Sum[] {
  const none = { up: 0, down: 0 };
  const ofRows = component.rows.map(({ atoms, role, give }) => ({ atoms, isExact: role === "exact", give }));
  const ofDemands = component.demands.map(({ atoms }) => ({ atoms, isExact: false, give: none }));
  const needed = [...ofRows, ...ofDemands].filter(
    ({ atoms, give }) => (atoms.length > 1 || give.up + give.down > 0) && atoms.some(isFree),
  );
  return [...new Map(needed.toReversed().map((sum) => [sum.atoms, sum])).values()].toReversed();
}

export function planColumns(space: WorldSpace, component: Component): ColumnPlan {
  const known = knownAtoms(space, component);
  const atoms = component.atoms.filter((atom) => !known.has(atom));
  const columnOfAtom = new Map(atoms.map((atom, i) => [atom, 2 * i]));
  const sums = sumsOf(component, (atom) => columnOfAtom.has(atom));
  const columnOfSum = new Map(sums.map((sum, i) => [sum.atoms, 2 * (atoms.length + i)]));
  const firstGive = 2 * (atoms.length + sums.length);
  const giving = sums.filter(({ give }) => give.up + give.down > 0);
  const columnOfGive = new Map(giving.map((sum, i) => [sum, firstGive + 2 * i]));
  const columnCount = firstGive + 2 * giving.length;
  const upper = Float64Array.from([
    ...atoms.flatMap((atom) => [at(space.rise, atom), at(space.fall, atom)]),
    ...sums.flatMap(({ isExact }) => (isExact ? [0, 0] : [FURTHEST, FURTHEST])),
    ...giving.flatMap(({ give }) => [give.up, give.down]),
  ]);

  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const put = (column: number | undefined, sign: 1 | -1) => {
    if (column === undefined) return;
    indices.push(column, column + 1);
    values.push(sign, -sign);
  };
  for (const sum of sums) {
    for (const atom of sum.atoms) put(columnOfAtom.get(atom), 1);
    put(columnOfSum.get(sum.atoms), -1);
    put(columnOfGive.get(sum), -1);
    starts.push(indices.length);
  }
  const matrix = {
    format: "csr" as const,
    numRows: sums.length,
    numCols: columnCount,
    starts,
    indices,
    values,
  };
  const atomsOfUnit = groupByUnit(atoms, space.unitOf);
  return { atoms, columnOfAtom, columnOfSum, atomsOfUnit, columnCount, upper, matrix };
}
