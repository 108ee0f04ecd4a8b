import { at } from "./at.ts";
import type { Release } from "./cell.ts";
import { FURTHEST, type WorldSpace } from "./column-plan.ts";
import type { Counts } from "./counts.ts";
import { type Demand, listDemands } from "./demand.ts";
import { type FrozenCell, findFrozenCells, refuseRevisedCounts } from "./frozen.ts";
import { unitsOfAtoms } from "./insiders.ts";
import { cellsOfPeriods, type Lattice, type LatticeCell } from "./lattice.ts";
import { type Population, populationOfCell, refuseMoreThanPopulation } from "./population.ts";
import { isMostOfPopulation, isSmallCount } from "./primary.ts";
import type { Row } from "./row.ts";
import { frozenRole, mergeRows, type TableCell } from "./row-table.ts";
import { weightOfCell } from "./weight.ts";

export interface CountsInput {
  readonly lattice: Lattice;
  readonly counts: Counts;
  readonly population: Population;
  /** Every earlier release of the series, in any order. */
  readonly frozen: readonly Release[];
  /** The periods whose cells this release adds. */
  readonly periods: readonly string[];
  /** Secret; breaks ties. The same input and key give the same release. */
  readonly key: string;
}

/** A cell of this release and the row it belongs to; null when there is nobody it could count. */
export interface NewCell {
  readonly cell: LatticeCell;
  readonly row: Row | null;
}

/** All releases with the new cells, before anything is decided about them. */
export interface CountsTable {
  readonly space: WorldSpace;
  /** Atoms that are part of a released or new cell, ascending. */
  readonly atoms: readonly number[];
  readonly rows: readonly Row[];
  readonly demands: readonly Demand[];
  readonly newCells: readonly NewCell[];
  readonly frozenCells: readonly FrozenCell[];
}

const UNROUNDED = { up: 0, down: 0 };

function tableCell(input: CountsInput, cell: LatticeCell): TableCell {
  const { lattice, counts, population } = input;
  const value = cell.atoms.reduce((sum, atom) => sum + at(counts.values, atom), 0);
  const isPrimary =
    isSmallCount(value, lattice.parameters) ||
    isMostOfPopulation(value, populationOfCell(lattice, population, cell), lattice.parameters);
  return {
    ...cell,
    value,
    give: UNROUNDED,
    weight: weightOfCell(lattice, cell),
    role: isPrimary ? "closed" : "open",
  };
}

function crowdedRows(input: CountsInput, rowOf: ReadonlyMap<TableCell, Row>) {
  const { lattice, population } = input;
  const crowded = new Map<Row, { atoms: readonly number[]; population: number }>();
  for (const [cell, row] of rowOf) {
    const people = populationOfCell(lattice, population, cell);
    if (row.role !== "closed" || people === null) continue;
    if (!isMostOfPopulation(row.value, people, lattice.parameters)) continue;
    crowded.set(row, { atoms: row.atoms, population: people });
  }
  return [...crowded.values()];
}

/**
 * Lays all releases and the new cells out as rows over atoms, with what must stay possible.
 * @throws InputFaults when the input contradicts itself or an earlier release.
 */
export function layOutCounts(input: CountsInput): CountsTable {
  const { lattice, counts, population } = input;
  refuseMoreThanPopulation(lattice, counts.values, population);
  const frozenCells = findFrozenCells(lattice, input.frozen);
  refuseRevisedCounts(frozenCells, counts.values);

  const isApplicable = (cell: LatticeCell) => cell.atoms.some((atom) => at(population.ceilings, atom) !== 0);
  const frozen = frozenCells.flatMap((cell) => {
    const role = frozenRole(cell.cell);
    return role === null || !isApplicable(cell) ? [] : [{ ...tableCell(input, cell), role }];
  });
  const added = cellsOfPeriods(lattice, input.periods).map((cell) => ({
    cell,
    entry: isApplicable(cell) ? tableCell(input, cell) : null,
  }));
  const { rows, rowOf } = mergeRows([...frozen, ...added.flatMap(({ entry }) => entry ?? [])], input.key);
  const atoms = [...new Set(rows.flatMap((row) => row.atoms))].sort((a, b) => a - b);
  const unitOf = unitsOfAtoms(lattice);
  const { values } = counts;
  const { ceilings } = population;
  const crowded = crowdedRows(input, rowOf);
  const demands = listDemands({ values, ceilings, unitOf, parameters: lattice.parameters, atoms, crowded });
  const rise = ceilings.map((ceiling, a) =>
    ceiling === null ? FURTHEST : Math.min(FURTHEST, ceiling - at(values, a)),
  );
  const space = { values, rise, fall: values, unitOf, children: values, isWhole: true };
  const newCells = added.map(({ cell, entry }) => ({
    cell,
    row: entry === null ? null : (rowOf.get(entry) ?? null),
  }));
  return { space, atoms, rows, demands, newCells, frozenCells };
}
