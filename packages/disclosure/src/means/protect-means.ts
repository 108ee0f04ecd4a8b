import { at } from "../at.ts";
import type { Cell, ReleasedCell } from "../cell.ts";
import type { LatticeCell } from "../lattice.ts";
import { ProtectionFailed } from "../protect-counts.ts";
import type { Solver } from "../solver.ts";
import { suppressTable, type TableSuppression, valuesOfWorld, type WorldValues } from "../suppress-table.ts";
import { type CellTally, tallyCells } from "../tally.ts";
import { auditMeans, type MeansAudit } from "./audit-means.ts";
import { demandsOfGroups } from "./group-demands.ts";
import { type Group, listRemainders } from "./groups.ts";
import { sumsAllowed } from "./mean-cell.ts";
import { layOutMeans, type MeansInput, type MeansTable } from "./means-table.ts";
import { groupScores } from "./scores.ts";
import { verifyMeans } from "./verify-means.ts";

/** A protected release of means. Only `cells` may leave the statistics officer. */
export interface ProtectedMeans {
  readonly cells: readonly ReleasedCell[];
  /** The possible worlds that prove every small group safe, each as the sums of scores that differ. */
  readonly worlds: readonly WorldValues[];
  readonly audit: MeansAudit;
  readonly tally: CellTally;
}

interface StatedCell {
  readonly cell: LatticeCell;
  readonly statement: Cell;
}

const isStated = ({ statement }: StatedCell) =>
  statement.status === "published" || statement.status === "band";

/** Every cell of every release with what is said of it. */
function statedCells(table: MeansTable, found: TableSuppression): StatedCell[] {
  const frozen = table.frozenCells.map((cell) => ({ cell, statement: cell.cell }));
  const added = table.newCells.map(({ cell, row, statement }): StatedCell => {
    if (row === null || found.isShown(row)) return { cell, statement };
    return { cell, statement: { status: "protected" } };
  });
  return [...frozen, ...added];
}

/** What is left between published cells depends on what is published; this many rounds have never been needed. */
const MOST_ROUNDS = 20;

/** Suppresses until no published cells leave a group between them that is not protected. */
function settle(solver: Solver, table: MeansTable, input: MeansInput, knownWorlds: readonly WorldValues[]) {
  const { lattice, scores } = input;
  const groups = new Map<string, Group>(table.groups.map((group) => [group.join(","), group]));
  let worlds = knownWorlds;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const demands = demandsOfGroups(lattice, scores, [...groups.values()]);
    const found = suppressTable(solver, { ...table, demands }, input.key, worlds);
    const stated = statedCells(table, found);
    const remainders = listRemainders(
      stated.filter(isStated).map(({ cell }) => cell),
      { n: scores.counts.values, unitOf: table.space.unitOf },
    ).filter((group) => !groups.has(group.join(",")));
    if (remainders.length === 0) return { found, stated, groups: [...groups.values()] };
    for (const group of remainders) groups.set(group.join(","), group);
    worlds = [...worlds, ...found.worlds.map((world) => valuesOfWorld(world, table.space))];
  }
  throw new ProtectionFailed(["published cells keep leaving groups between them"]);
}

/**
 * Decides which means of the named periods can be published beside everything published already: as a mean
 * with one decimal, as a band, or not.
 * @throws InputFaults when the input contradicts itself or an earlier release.
 * @throws Unprotectable when even hiding the whole release would not protect some group.
 */
export function protectMeans(
  solver: Solver,
  input: MeansInput,
  knownWorlds: readonly WorldValues[] = [],
): ProtectedMeans {
  const { lattice, scores } = input;
  const table = layOutMeans(input);
  const { found, stated, groups } = settle(solver, table, input, knownWorlds);
  const added = stated.slice(table.frozenCells.length);
  const cells = added.map(({ cell, statement }) => ({ codes: cell.codes, cell: statement }));
  const worlds = found.worlds.map((world) => valuesOfWorld(world, table.space));
  const claim = {
    scores,
    unitOf: table.space.unitOf,
    parameters: lattice.parameters,
    stated: stated.flatMap(({ cell, statement }) => {
      const { n } = groupScores(scores, cell.atoms);
      const sums = sumsAllowed(statement, n, lattice.parameters.scale);
      return sums === null ? [] : [{ atoms: cell.atoms, low: sums.low, high: sums.high }];
    }),
    groups,
    worlds,
  };
  const failures = verifyMeans(claim);
  if (failures.length > 0) throw new ProtectionFailed(failures);
  const rows = added.map((_, i) => at(table.newCells, i).row);
  return { cells, worlds, audit: auditMeans(claim), tally: tallyCells(rows, found.isShown) };
}
