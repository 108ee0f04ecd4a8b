import { at } from "./at.ts";
import { auditCounts, type CountsAudit } from "./audit.ts";
import type { Cell, ReleasedCell } from "./cell.ts";
import { type Component, splitComponents } from "./component.ts";
import { type CountsInput, type CountsTable, layOutCounts, type NewCell } from "./counts-table.ts";
import { codesOfAtom } from "./lattice.ts";
import { type Row, rowsByAtom } from "./row.ts";
import type { Solver } from "./solver.ts";
import { type Suppression, suppress } from "./suppress.ts";
import { verifyWorlds } from "./verify.ts";
import { makeWorld, type World } from "./world.ts";

/** How many cells of a release were shown and hidden, and why. Sealed, but for the sums. */
export interface CellTally {
  readonly published: number;
  readonly primary: number;
  readonly secondary: number;
  readonly notApplicable: number;
}

/** A protected release. Only `cells` may leave the statistics officer: the rest is as secret as the counts. */
export interface ProtectedCounts {
  readonly cells: readonly ReleasedCell[];
  /** The possible worlds that prove every small count safe, each as the counts that differ. */
  readonly worlds: readonly ReadonlyMap<number, number>[];
  readonly audit: CountsAudit;
  readonly tally: CellTally;
}

/** A release whose own check failed is a fault in this library; nothing of it may be used. */
export class ProtectionFailed extends Error {
  constructor(failures: readonly string[]) {
    super(`the certificate does not hold: ${failures.slice(0, 3).join("; ")}`);
    this.name = "ProtectionFailed";
  }
}

/** Worlds of earlier certificates that lie in this component and that nothing published since rules out. */
function stillPossible(
  known: readonly ReadonlyMap<number, number>[],
  table: CountsTable,
  component: Component,
): World[] {
  const inside = new Set(component.atoms);
  const rowsOfAtom = rowsByAtom(component.rows);
  const { children, unitOf, rise, fall } = table.space;
  return known.flatMap((counts) => {
    const changes = new Map([...counts].map(([atom, count]) => [atom, count - at(children, atom)] as const));
    const isHere = [...changes].every(
      ([atom, change]) => inside.has(atom) && change <= at(rise, atom) && -change <= at(fall, atom),
    );
    if (!isHere) return [];
    const world = makeWorld(changes, unitOf, rowsOfAtom);
    return [...world.moved].some((row) => row.role === "exact") ? [] : [world];
  });
}

function suppressAll(
  solver: Solver,
  table: CountsTable,
  key: string,
  knownWorlds: readonly ReadonlyMap<number, number>[],
): Suppression[] {
  return splitComponents(table.atoms, table.rows, table.demands)
    .filter((component) => component.demands.length > 0)
    .map((component) => {
      const known = stillPossible(knownWorlds, table, component);
      return suppress({ solver, space: table.space, component, key, knownWorlds: known });
    });
}

function cellOf({ row }: NewCell, isShown: (row: Row) => boolean): Cell {
  if (row === null) return { status: "not_applicable" };
  return isShown(row) ? { status: "published", value: row.value } : { status: "protected" };
}

function tallyOf(cells: readonly NewCell[], isShown: (row: Row) => boolean): CellTally {
  const rows = cells.flatMap((cell) => cell.row ?? []);
  const hidden = rows.filter((row) => !isShown(row));
  const secondary = hidden.filter((row) => row.role === "open").length;
  return {
    published: rows.length - hidden.length,
    primary: hidden.length - secondary,
    secondary,
    notApplicable: cells.length - rows.length,
  };
}

function changedCounts(world: World, values: Int32Array): Map<number, number> {
  const changed = [...world.changes].map(([atom, change]) => [atom, at(values, atom) + change] as const);
  return new Map(changed.sort((a, b) => a[0] - b[0]));
}

/**
 * Decides which cells of the named periods can be published beside everything that is published already, and
 * proves it. `knownWorlds` are those of earlier certificates: they save work, and none is trusted.
 * @throws InputFaults when the input contradicts itself or an earlier release.
 * @throws Unprotectable when even hiding the whole release would not protect some count.
 */
export function protectCounts(
  solver: Solver,
  input: CountsInput,
  knownWorlds: readonly ReadonlyMap<number, number>[] = [],
): ProtectedCounts {
  const table = layOutCounts(input);
  const { values } = input.counts;
  const { ceilings } = input.population;
  const { unitOf } = table.space;
  const { k, insiders } = input.lattice.parameters;
  const found = suppressAll(solver, table, input.key, knownWorlds);
  const hidden = new Set(found.flatMap((part) => [...part.hidden]));
  const isShown = (row: Row) => row.role === "exact" || (row.role === "open" && !hidden.has(row));
  const cells = table.newCells.map((cell) => ({ codes: cell.cell.codes, cell: cellOf(cell, isShown) }));

  const worlds = found.flatMap((part) => part.worlds);
  const demands = found.flatMap((part) => part.demands);
  const openToParents = found.reduce((sum, part) => sum + part.openToParents, 0);
  const audit = auditCounts(values, demands, worlds, openToParents);
  const counts = worlds.map((world) => changedCounts(world, values));
  const released = [
    ...table.frozenCells.map(({ atoms, cell }) => ({ atoms, cell })),
    ...table.newCells.map(({ cell }, i) => ({ atoms: cell.atoms, cell: at(cells, i).cell })),
  ].map(({ atoms, cell }) => ({ atoms, value: cell.status === "published" ? cell.value : null }));
  const coalition = insiders === null ? 0 : insiders.count;
  const nameOf = (atom: number) => codesOfAtom(input.lattice, atom).join(",");
  const claim = { values, ceilings, unitOf, nameOf, released, k, insiders: coalition, worlds: counts };
  const failures = verifyWorlds(claim);
  if (audit.unproven > 0) failures.push(`${audit.unproven} pairs of count and reader are not covered`);
  if (failures.length > 0) throw new ProtectionFailed(failures);
  return { cells, worlds: counts, audit, tally: tallyOf(table.newCells, isShown) };
}
