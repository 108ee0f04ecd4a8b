import { at } from "./at.ts";
import type { Demand } from "./demand.ts";
import type { Knowledge } from "./insiders.ts";
import type { Row } from "./row.ts";

/**
 * A possible world: values that differ from the true ones, and could be the true ones for all a reader can
 * tell. Kept as what differs.
 */
export interface World {
  /** Atom to its value minus the true value, never 0. */
  readonly changes: ReadonlyMap<number, number>;
  /** The units with a changed atom: their staff know that this world is not the real one. */
  readonly units: ReadonlySet<number>;
  /** The rows whose sum differs by more than rounding hides: none of them may be published. */
  readonly moved: ReadonlySet<Row>;
}

/** Sums of scores are computed in floating point; counts are whole, so it takes nothing from them. */
export const TOLERANCE = 1e-6;

export function makeWorld(
  changes: ReadonlyMap<number, number>,
  unitOf: readonly (number | null)[],
  rowsOfAtom: ReadonlyMap<number, readonly Row[]>,
): World {
  const sums = new Map<Row, number>();
  const units = new Set<number>();
  for (const [atom, change] of changes) {
    const unit = at(unitOf, atom);
    if (unit !== null) units.add(unit);
    const rows = rowsOfAtom.get(atom);
    if (rows === undefined) continue;
    for (const row of rows) {
      const before = sums.get(row);
      sums.set(row, before === undefined ? change : before + change);
    }
  }
  const isMoved = ([row, change]: [Row, number]) =>
    change > row.give.up + TOLERANCE || change < -row.give.down - TOLERANCE;
  const moved = new Set([...sums].filter(isMoved).map(([row]) => row));
  return { changes, units, moved };
}

function changeOf(world: World, atom: number): number {
  const change = world.changes.get(atom);
  return change === undefined ? 0 : change;
}

/** Could somebody with this knowledge take the world for the real one? */
export function isPossibleFor(world: World, knowledge: Knowledge, children: ArrayLike<number>): boolean {
  if (knowledge.units.some((unit) => world.units.has(unit))) return false;
  return knowledge.child === null || at(children, knowledge.child) + changeOf(world, knowledge.child) >= 1;
}

/** Does the world lift (or lower) the demand's sum far enough? */
export function meets(world: World, demand: Demand): boolean {
  const change = demand.atoms.reduce((sum, atom) => sum + changeOf(world, atom), 0);
  return demand.change > 0 ? change >= demand.change - TOLERANCE : change <= demand.change + TOLERANCE;
}
