import {
  type CellTally,
  type CountsAudit,
  codesOfAtom,
  type EarlierRelease,
  type Lattice,
  parseLattice,
  protectCounts,
  type Release,
  readCounts,
  releaseCounts,
  type Solver,
  unknownPopulation,
  type WorldValues,
} from "../src/index.ts";
import type { Municipality } from "./municipality.ts";
import type { PublicView } from "./public-view.ts";

export interface ReleasedPeriods {
  readonly release: Release;
  readonly tally: CellTally;
  readonly audit: CountsAudit;
  readonly seconds: number;
}

export interface Series {
  readonly lattice: Lattice;
  readonly earlier: readonly EarlierRelease[];
  readonly parts: readonly ReleasedPeriods[];
  /** The worlds of the last certificate, which speak of all releases. */
  readonly worlds: readonly WorldValues[];
}

/** Releases a municipality's quarters one after another, each bound by all before it. */
export function releaseSeries(solver: Solver, municipality: Municipality): Series {
  const lattice = parseLattice(municipality.lattice);
  const counts = readCounts(lattice, municipality.header, municipality.lines);
  const population = unknownPopulation(lattice);
  const parts: ReleasedPeriods[] = [];
  const earlier: EarlierRelease[] = [];
  let worlds: readonly WorldValues[] = [];
  for (const periods of municipality.releases) {
    const start = performance.now();
    const input = { lattice, counts, population, earlier, periods, key: municipality.name };
    const done = releaseCounts(solver, input);
    const seconds = (performance.now() - start) / 1000;
    const release = { name: periods.join("+"), cells: done.cells };
    parts.push({ release, tally: done.tally, audit: done.audit, seconds });
    earlier.push({ release, certificate: done.certificate });
    worlds = done.worlds;
  }
  return { lattice, earlier, parts, worlds };
}

/** A mutant: every release is protected as if it were the first. */
export function releaseForgetful(solver: Solver, municipality: Municipality): Release[] {
  const lattice = parseLattice(municipality.lattice);
  const counts = readCounts(lattice, municipality.header, municipality.lines);
  const population = unknownPopulation(lattice);
  return municipality.releases.map((periods) => {
    const input = { lattice, counts, population, frozen: [], periods, key: municipality.name };
    return { name: periods.join("+"), cells: protectCounts(solver, input).cells };
  });
}

/** The library's worlds in the attacker's numbering of atoms. */
export function worldsInView(view: PublicView, { lattice, worlds }: Series): ReadonlyMap<number, number>[] {
  const place = new Map(view.atoms.map((name, i) => [name, i]));
  return worlds.map(
    (world) =>
      new Map(
        [...world].flatMap(([atom, count]) => {
          const at = place.get(codesOfAtom(lattice, atom).join("\t"));
          return at === undefined ? [] : [[at, count] as const];
        }),
      ),
  );
}
