import { at } from "./at.ts";
import { fieldOf, headerFaults, parseWholeNumber, type TableLine } from "./counts.ts";
import { expectation } from "./expectation.ts";
import { type Fault, refuseFaults } from "./fault.ts";
import { codesOfAtom, type Lattice, type LatticeCell, PERIOD, periodPosition } from "./lattice.ts";

/** What is publicly known about how many children there are. */
export interface Population {
  /** Per atom the most children it can hold; null where nothing is known. */
  readonly ceilings: readonly (number | null)[];
}

export function unknownPopulation(lattice: Lattice): Population {
  return { ceilings: new Array<null>(lattice.atomCount).fill(null) };
}

/**
 * Population per finest code of each dimension the file names. A dimension without a column is left open:
 * without `period` the number holds in every period.
 * @throws InputFaults
 */
export function readPopulation(
  lattice: Lattice,
  header: readonly string[],
  lines: readonly TableLine[],
): Population {
  const named = lattice.dimensions.filter((dimension) => header.includes(dimension.name));
  const columns = [...named.map((dimension) => dimension.name), "population"];
  refuseFaults("population", headerFaults(header, columns));
  const required = lattice.dimensions.filter((d) => d.name !== PERIOD && !named.includes(d));
  refuseFaults(
    "population",
    required.map((d) => ({
      row: 1,
      column: d.name,
      value: "",
      expected: expectation("columns", { names: d.name }),
    })),
  );
  const faults: Fault[] = [];
  const byCodes = new Map<string, number>();
  for (const line of lines) {
    const codes = named.map((dimension) => fieldOf(line, dimension.name));
    named.forEach((dimension, i) => {
      const value = at(codes, i);
      if (dimension.leaves.includes(value)) return;
      const expected = expectation("known_code", { level: dimension.levels.at(-1) ?? "" });
      faults.push({ row: line.row, column: dimension.name, value, expected });
    });
    const field = fieldOf(line, "population");
    const population = parseWholeNumber(field);
    if (population === null) {
      faults.push({
        row: line.row,
        column: "population",
        value: field,
        expected: expectation("whole_number"),
      });
      continue;
    }
    const key = JSON.stringify(codes);
    if (byCodes.has(key)) {
      faults.push({
        row: line.row,
        column: columns.join(","),
        value: codes.join(","),
        expected: expectation("each_once"),
      });
    }
    byCodes.set(key, population);
  }
  refuseFaults("population", faults);
  const places = named.map((dimension) => lattice.dimensions.indexOf(dimension));
  const ceilings = Array.from({ length: lattice.atomCount }, (_, atom) => {
    const codes = codesOfAtom(lattice, atom);
    const population = byCodes.get(JSON.stringify(places.map((place) => at(codes, place))));
    return population === undefined ? null : population;
  });
  return { ceilings };
}

/** @throws InputFaults when an atom counts more children than there are. */
export function refuseMoreThanPopulation(lattice: Lattice, values: Int32Array, population: Population): void {
  const faults = population.ceilings.flatMap((ceiling, atom): Fault[] => {
    const value = at(values, atom);
    if (ceiling === null || value <= ceiling) return [];
    const column = `count of ${codesOfAtom(lattice, atom).join(",")}`;
    return [
      {
        row: null,
        column,
        value: String(value),
        expected: expectation("at_most", { population: String(ceiling) }),
      },
    ];
  });
  refuseFaults("counts", faults);
}

/**
 * Children a cell can hold, or null when that is not known of all its atoms. A child counts once a year, so
 * over several periods it is the largest population among them, not their sum.
 */
export function populationOfCell(lattice: Lattice, population: Population, cell: LatticeCell): number | null {
  const periods = at(lattice.dimensions, periodPosition(lattice)).leaves.length;
  const after = lattice.dimensions
    .slice(periodPosition(lattice) + 1)
    .reduce((product, dimension) => product * dimension.leaves.length, 1);
  const largest = new Map<number, number>();
  for (const atom of cell.atoms) {
    const ceiling = at(population.ceilings, atom);
    if (ceiling === null) return null;
    const group = Math.floor(atom / (after * periods)) * after + (atom % after);
    const before = largest.get(group);
    largest.set(group, before === undefined ? ceiling : Math.max(before, ceiling));
  }
  return [...largest.values()].reduce((sum, ceiling) => sum + ceiling, 0);
}
