import {
  type CellTally,
  type Certificate,
  codesOfAtom,
  type EarlierRelease,
  type Lattice,
  openSolver,
  type ReleasedCell,
  readCounts,
  readPopulation,
  readScores,
  releaseCounts,
  releaseMeans,
  SCORE_COLUMNS,
  unknownPopulation,
} from "@kompassen/disclosure";
import { type AuditFindings, countsFindings, meansFindings } from "./audit-json.ts";
import type { Table } from "./read-table.ts";

export interface ProtectInput {
  readonly lattice: Lattice;
  readonly table: Table;
  readonly population: Table | null;
  readonly earlier: readonly EarlierRelease[];
  readonly periods: readonly string[];
  readonly key: string;
}

export interface ProtectedTable {
  readonly cells: readonly ReleasedCell[];
  /** Decimals of a published value: none for counts, one for means. */
  readonly decimals: number;
  readonly certificate: Certificate;
  readonly tally: CellTally;
  readonly findings: AuditFindings;
}

/** A table with the columns of scores is one of means. */
export function hasScores(table: Table): boolean {
  return SCORE_COLUMNS.some((column) => table.header.includes(column));
}

/** @throws InputFaults, Unprotectable */
export async function protectTable(input: ProtectInput): Promise<ProtectedTable> {
  const { lattice, table, earlier, periods, key } = input;
  const nameAtom = (atom: number) => codesOfAtom(lattice, atom);
  if (hasScores(table)) {
    const scores = readScores(lattice, table.header, table.lines);
    const solver = await openSolver();
    const done = releaseMeans(solver, { lattice, scores, earlier, periods, key, countCells: null });
    return { ...done, decimals: 1, findings: meansFindings(done.audit, nameAtom) };
  }
  const counts = readCounts(lattice, table.header, table.lines);
  const population =
    input.population === null
      ? unknownPopulation(lattice)
      : readPopulation(lattice, input.population.header, input.population.lines);
  const solver = await openSolver();
  const done = releaseCounts(solver, { lattice, counts, population, earlier, periods, key });
  return { ...done, decimals: 0, findings: countsFindings(done.audit, nameAtom) };
}
