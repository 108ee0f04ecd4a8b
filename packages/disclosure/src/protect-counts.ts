import { at } from "./at.ts";
import { auditCounts, type CountsAudit } from "./audit.ts";
import type { Cell, ReleasedCell } from "./cell.ts";
import { type CountsInput, layOutCounts, type NewCell } from "./counts-table.ts";
import { codesOfAtom } from "./lattice.ts";
import type { Row } from "./row.ts";
import type { Solver } from "./solver.ts";
import { suppressTable, valuesOfWorld, type WorldValues } from "./suppress-table.ts";
import { type CellTally, tallyCells } from "./tally.ts";
import { verifyWorlds } from "./verify.ts";

/** A protected release. Only `cells` may leave the statistics officer: the rest is as secret as the counts. */
export interface ProtectedCounts {
  readonly cells: readonly ReleasedCell[];
  /** The possible worlds that prove every small count safe, each as the counts that differ. */
  readonly worlds: readonly WorldValues[];
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

function cellOf({ row }: NewCell, isShown: (row: Row) => boolean): Cell {
  if (row === null) return { status: "not_applicable" };
  return isShown(row) ? { status: "published", value: row.value } : { status: "protected" };
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
  knownWorlds: readonly WorldValues[] = [],
): ProtectedCounts {
  const table = layOutCounts(input);
  const { values } = input.counts;
  const { k, insiders } = input.lattice.parameters;
  const found = suppressTable(solver, table, input.key, knownWorlds);
  const cells = table.newCells.map((cell) => ({ codes: cell.cell.codes, cell: cellOf(cell, found.isShown) }));
  const worlds = found.worlds.map((world) => valuesOfWorld(world, table.space));

  const audit = auditCounts(values, found.demands, found.worlds, found.openToParents);
  const released = [
    ...table.frozenCells,
    ...table.newCells.map(({ cell }, i) => ({ atoms: cell.atoms, cell: at(cells, i).cell })),
  ].map(({ atoms, cell }) => ({ atoms, value: cell.status === "published" ? cell.value : null }));
  const failures = verifyWorlds({
    values,
    ceilings: input.population.ceilings,
    unitOf: table.space.unitOf,
    nameOf: (atom) => codesOfAtom(input.lattice, atom).join(","),
    released,
    k,
    insiders: insiders === null ? 0 : insiders.count,
    worlds,
  });
  if (audit.unproven > 0) failures.push(`${audit.unproven} pairs of count and reader are not covered`);
  if (failures.length > 0) throw new ProtectionFailed(failures);
  const rows = table.newCells.map((cell) => cell.row);
  return { cells, worlds, audit, tally: tallyCells(rows, found.isShown) };
}
