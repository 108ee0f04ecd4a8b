import { at } from "./at.ts";
import type { Demand } from "./demand.ts";
import type { Row } from "./row.ts";

/** A part of a table that no row ties to the rest: it can be protected by itself. */
export interface Component {
  readonly atoms: readonly number[];
  readonly rows: readonly Row[];
  readonly demands: readonly Demand[];
}

/** Groups of atoms joined by `joins`, each group and the list in ascending order. */
function joinedAtoms(atoms: readonly number[], joins: readonly (readonly number[])[]): Map<number, number> {
  const parent = new Map(atoms.map((atom) => [atom, atom]));
  const rootOf = (atom: number): number => {
    let root = atom;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(atom, root);
    return root;
  };
  for (const join of joins) {
    const root = rootOf(at(join, 0));
    for (const atom of join) parent.set(rootOf(atom), root);
  }
  return new Map(atoms.map((atom) => [atom, rootOf(atom)]));
}

/** Splits a table along the rows that can tie atoms together and the demands that speak of several. */
export function splitComponents(
  atoms: readonly number[],
  rows: readonly Row[],
  demands: readonly Demand[],
): Component[] {
  const ties = rows.filter((row) => row.role !== "closed").map((row) => row.atoms);
  const root = joinedAtoms(atoms, [...ties, ...demands.map((demand) => demand.atoms)]);
  const components = new Map<number, { atoms: number[]; rows: Row[]; demands: Demand[] }>();
  const componentOf = (atom: number) => {
    const key = root.get(atom);
    if (key === undefined) throw new RangeError(`atom ${atom} is in no released cell`);
    let component = components.get(key);
    if (component === undefined) {
      component = { atoms: [], rows: [], demands: [] };
      components.set(key, component);
    }
    return component;
  };
  for (const atom of atoms) componentOf(atom).atoms.push(atom);
  for (const row of rows) if (row.role !== "closed") componentOf(at(row.atoms, 0)).rows.push(row);
  for (const demand of demands) componentOf(at(demand.atoms, 0)).demands.push(demand);
  return [...components.values()];
}
