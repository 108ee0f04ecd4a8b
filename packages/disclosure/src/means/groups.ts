import { at } from "../at.ts";
import type { LatticeCell } from "../lattice.ts";

/** A set of children whose mean a reader might work out: the atoms of it that have any. */
export type Group = readonly number[];

interface GroupInput {
  readonly n: ArrayLike<number>;
  readonly unitOf: readonly (number | null)[];
}

/** Collects groups with at least one child, each once. */
class GroupList {
  readonly #input: GroupInput;
  readonly #groups = new Map<string, Group>();

  constructor(input: GroupInput) {
    this.#input = input;
  }

  add(atoms: readonly number[]): void {
    const inhabited = atoms.filter((atom) => at(this.#input.n, atom) > 0);
    if (inhabited.length > 0) this.#groups.set(inhabited.join(","), inhabited);
  }

  list(): Group[] {
    return [...this.#groups.values()];
  }
}

function without(atoms: readonly number[], taken: ReadonlySet<number>): number[] {
  return atoms.filter((atom) => !taken.has(atom));
}

function unitsIn(atoms: readonly number[], unitOf: readonly (number | null)[]): Set<number> {
  return new Set(atoms.flatMap((atom) => at(unitOf, atom) ?? []));
}

/**
 * The groups whose mean a reader might work out, whatever is published: single atoms, cells, what is left of
 * a cell when one of its units is known to its own staff (P7), and what is left of one cell without another.
 */
export function listGroups(cells: readonly LatticeCell[], input: GroupInput): Group[] {
  const groups = new GroupList(input);
  const cellsOfAtom = new Map<number, LatticeCell[]>();
  for (const cell of cells) {
    for (const atom of cell.atoms) {
      const list = cellsOfAtom.get(atom);
      if (list === undefined) cellsOfAtom.set(atom, [cell]);
      else list.push(cell);
    }
  }
  for (const atom of cellsOfAtom.keys()) groups.add([atom]);
  for (const cell of cells) {
    groups.add(cell.atoms);
    const whole = new Set(cell.atoms);
    for (const unit of unitsIn(cell.atoms, input.unitOf)) {
      groups.add(cell.atoms.filter((atom) => at(input.unitOf, atom) !== unit));
    }
    const near = new Set(cell.atoms.flatMap((atom) => cellsOfAtom.get(atom) ?? []));
    for (const part of near) {
      const isPart = part !== cell && part.atoms.every((atom) => whole.has(atom));
      if (isPart) groups.add(without(cell.atoms, new Set(part.atoms)));
    }
  }
  return groups.list();
}

/**
 * What is left of each published cell when the published cells of one table inside it are taken away: it
 * depends on what is published, so it is asked again after every change.
 */
export function listRemainders(published: readonly LatticeCell[], input: GroupInput): Group[] {
  const groups = new GroupList(input);
  const tables = Map.groupBy(published, (cell) => cell.levels.join(","));
  for (const cell of published) {
    const whole = new Set(cell.atoms);
    for (const parts of tables.values()) {
      const inside = parts.filter((part) => part !== cell && part.atoms.every((atom) => whole.has(atom)));
      if (inside.length > 1) groups.add(without(cell.atoms, new Set(inside.flatMap((part) => part.atoms))));
    }
  }
  return groups.list();
}
