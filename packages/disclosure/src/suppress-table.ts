import { at } from "./at.ts";
import type { WorldSpace } from "./column-plan.ts";
import { splitComponents } from "./component.ts";
import type { Demand } from "./demand.ts";
import { type Row, rowsByAtom } from "./row.ts";
import type { Solver } from "./solver.ts";
import { suppress } from "./suppress.ts";
import { makeWorld, TOLERANCE, type World } from "./world.ts";

/** A table over all releases, with the new cells and what must stay possible. */
export interface SuppressibleTable {
  readonly space: WorldSpace;
  readonly atoms: readonly number[];
  readonly rows: readonly Row[];
  readonly demands: readonly Demand[];
}

export interface TableSuppression {
  readonly isShown: (row: Row) => boolean;
  readonly worlds: readonly World[];
  readonly demands: readonly Demand[];
  readonly openToParents: number;
}

/** A world as values by atom, those that differ from the true ones. */
export type WorldValues = ReadonlyMap<number, number>;

export function valuesOfWorld(world: World, space: WorldSpace): WorldValues {
  const changed = [...world.changes].map(
    ([atom, change]) => [atom, at(space.values, atom) + change] as const,
  );
  return new Map(changed.sort((a, b) => a[0] - b[0]));
}

/** A world together with what it was made from. */
export interface KnownWorld {
  readonly values: WorldValues;
  readonly world: World;
}

/** The worlds that lie among these atoms and that nothing published rules out. */
export function stillPossible(
  known: readonly WorldValues[],
  space: WorldSpace,
  within: { readonly atoms: readonly number[]; readonly rows: readonly Row[] },
): KnownWorld[] {
  const inside = new Set(within.atoms);
  const rowsOfAtom = rowsByAtom(within.rows);
  return known.flatMap((values) => {
    if (![...values.keys()].every((atom) => inside.has(atom))) return [];
    const changes = [...values].map(([atom, value]) => [atom, value - at(space.values, atom)] as const);
    const hasRoom = changes.every(
      ([atom, change]) =>
        change <= at(space.rise, atom) + TOLERANCE && -change <= at(space.fall, atom) + TOLERANCE,
    );
    const world = makeWorld(new Map(changes), space.unitOf, rowsOfAtom);
    const isRuledOut = !hasRoom || [...world.moved].some((row) => row.role === "exact");
    return isRuledOut ? [] : [{ values, world }];
  });
}

/** Secondary suppression of a whole table, one component after another. @throws Unprotectable */
export function suppressTable(
  solver: Solver,
  table: SuppressibleTable,
  key: string,
  knownWorlds: readonly WorldValues[],
): TableSuppression {
  const { space } = table;
  const parts = splitComponents(table.atoms, table.rows, table.demands)
    .filter((component) => component.demands.length > 0)
    .map((component) => {
      const known = stillPossible(knownWorlds, space, component).map(({ world }) => world);
      return suppress({ solver, space, component, key, knownWorlds: known });
    });
  const hidden = new Set(parts.flatMap((part) => [...part.hidden]));
  return {
    isShown: (row) => row.role === "exact" || (row.role === "open" && !hidden.has(row)),
    worlds: parts.flatMap((part) => part.worlds),
    demands: parts.flatMap((part) => part.demands),
    openToParents: parts.reduce((sum, part) => sum + part.openToParents, 0),
  };
}
