import {
  type CellTally,
  type CountsAudit,
  type Lattice,
  parseLattice,
  protectCounts,
  type Release,
  readCounts,
  type Solver,
  unknownPopulation,
} from "../src/index.ts";
import type { Municipality } from "./municipality.ts";

export interface ReleasedQuarter {
  readonly release: Release;
  readonly tally: CellTally;
  readonly audit: CountsAudit;
  readonly seconds: number;
}

export interface Series {
  readonly lattice: Lattice;
  readonly values: Int32Array;
  readonly quarters: readonly ReleasedQuarter[];
}

/** Releases a municipality's quarters one after another, each bound by all before it. */
export function releaseSeries(solver: Solver, municipality: Municipality, count?: number): Series {
  const lattice = parseLattice(municipality.lattice);
  const counts = readCounts(lattice, municipality.header, municipality.lines);
  const population = unknownPopulation(lattice);
  const quarters: ReleasedQuarter[] = [];
  let knownWorlds: readonly ReadonlyMap<number, number>[] = [];
  for (const periods of municipality.releases.slice(0, count)) {
    const start = performance.now();
    const frozen = quarters.map((quarter) => quarter.release);
    const input = { lattice, counts, population, frozen, periods, key: municipality.name };
    const { cells, worlds, audit, tally } = protectCounts(solver, input, knownWorlds);
    knownWorlds = worlds;
    const seconds = (performance.now() - start) / 1000;
    quarters.push({ release: { name: periods.join("+"), cells }, tally, audit, seconds });
  }
  return { lattice, values: counts.values, quarters };
}
