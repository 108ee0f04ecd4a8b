import { at } from "./at.ts";
import type { Component } from "./component.ts";
import type { Row } from "./row.ts";

/** The counts a model is about: the true values and what is public about the atoms. */
export interface WorldSpace {
  readonly values: Int32Array;
  /** The most an atom can hold, where the population is public. */
  readonly ceilings: readonly (number | null)[];
  readonly unitOf: readonly (number | null)[];
}

/**
 * Where everything stands in the linear model. Column `c` is how far an atom (or the sum of several) rises
 * above its true value, column `c + 1` how far it falls below. Each sum is one equation: what its atoms rise
 * and fall together is what the sum rises and falls.
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

/** No world needs an atom to rise further than this, and a finite bound keeps the solver's numbers small. */
const HIGHEST_RISE = 10_000;

/** Atoms whose count everybody knows: published alone, in a sum of 0, or of a population of none. */
function knownAtoms(space: WorldSpace, component: Component): ReadonlySet<number> {
  const exact = component.rows.filter((row) => row.role === "exact");
  const known = exact.filter((row) => row.atoms.length === 1 || row.value === 0).flatMap((row) => row.atoms);
  return new Set([...known, ...component.atoms.filter((atom) => at(space.ceilings, atom) === 0)]);
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

function atomBounds(space: WorldSpace, atoms: readonly number[]): number[] {
  return atoms.flatMap((atom) => {
    const value = at(space.values, atom);
    const ceiling = at(space.ceilings, atom);
    return [ceiling === null ? HIGHEST_RISE : Math.min(HIGHEST_RISE, ceiling - value), value];
  });
}

function sumsOf(component: Component, columnOfAtom: ReadonlyMap<number, number>): Set<readonly number[]> {
  const ofDemands = component.demands.map((demand) => demand.atoms);
  const ofRows = component.rows.map((row: Row) => row.atoms);
  const several = [...ofRows, ...ofDemands].filter((atoms) => atoms.length > 1);
  return new Set(several.filter((atoms) => atoms.some((atom) => columnOfAtom.has(atom))));
}

export function planColumns(space: WorldSpace, component: Component): ColumnPlan {
  const known = knownAtoms(space, component);
  const atoms = component.atoms.filter((atom) => !known.has(atom));
  const columnOfAtom = new Map(atoms.map((atom, i) => [atom, 2 * i]));
  const sums = [...sumsOf(component, columnOfAtom)];
  const columnOfSum = new Map(sums.map((sum, i) => [sum, 2 * (atoms.length + i)]));
  const columnCount = 2 * (atoms.length + sums.length);

  const still = new Set(component.rows.filter((row) => row.role === "exact").map((row) => row.atoms));
  const sumBounds = sums.flatMap((sum) => (still.has(sum) ? [0, 0] : [HIGHEST_RISE, HIGHEST_RISE]));
  const upper = Float64Array.from([...atomBounds(space, atoms), ...sumBounds]);

  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const [sum, column] of columnOfSum) {
    for (const atom of sum) {
      const atomColumn = columnOfAtom.get(atom);
      if (atomColumn === undefined) continue;
      indices.push(atomColumn, atomColumn + 1);
      values.push(1, -1);
    }
    indices.push(column, column + 1);
    values.push(-1, 1);
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
