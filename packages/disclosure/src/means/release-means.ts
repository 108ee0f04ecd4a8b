import type { Cell } from "../cell.ts";
import { type Certificate, makeCertificate } from "../certificate.ts";
import { coveredLeaves, refuseBadPeriods } from "../frozen.ts";
import type { Lattice } from "../lattice.ts";
import { unknownPopulation } from "../population.ts";
import { type EarlierRelease, joinSeries } from "../series.ts";
import type { Solver } from "../solver.ts";
import { type ProtectedMeans, protectMeans } from "./protect-means.ts";
import type { Scores } from "./scores.ts";

export interface MeansReleaseInput {
  readonly lattice: Lattice;
  readonly scores: Scores;
  readonly earlier: readonly EarlierRelease[];
  readonly periods: readonly string[];
  readonly key: string;
  /** P6: what is published of the children behind each mean, by its codes as JSON; null for nothing. */
  readonly countCells: ReadonlyMap<string, Cell> | null;
}

export interface MeansRelease extends ProtectedMeans {
  readonly certificate: Certificate;
}

/**
 * The next release of a series of means: joined to the earlier ones, protected, and proven.
 * @throws InputFaults, Unprotectable
 */
export function releaseMeans(solver: Solver, input: MeansReleaseInput): MeansRelease {
  const { lattice, scores, periods, key, countCells, earlier } = input;
  const { counts, sums } = scores;
  const population = unknownPopulation(lattice);
  const { released, knownWorlds } = joinSeries({ lattice, counts, sums, population, earlier });
  const known = coveredLeaves(lattice, released);
  refuseBadPeriods(lattice, periods, released, new Set([...counts.periods, ...known]));
  const frozen = earlier.map(({ release }) => release);
  const done = protectMeans(solver, { lattice, scores, frozen, periods, key, countCells }, knownWorlds);
  const all = [...released, ...periods];
  const certificate = makeCertificate({
    kind: "means",
    lattice,
    released: all,
    counts: counts.values,
    sums,
    ceilings: population.ceilings,
    leaves: coveredLeaves(lattice, all),
    worlds: done.worlds,
  });
  return { ...done, certificate };
}
