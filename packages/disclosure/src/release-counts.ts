import { type Certificate, makeCertificate } from "./certificate.ts";
import type { Counts } from "./counts.ts";
import { coveredLeaves, refuseBadPeriods } from "./frozen.ts";
import type { Lattice } from "./lattice.ts";
import type { Population } from "./population.ts";
import { type ProtectedCounts, protectCounts } from "./protect-counts.ts";
import { type EarlierRelease, joinSeries } from "./series.ts";
import type { Solver } from "./solver.ts";

export interface CountsReleaseInput {
  readonly lattice: Lattice;
  readonly counts: Counts;
  readonly population: Population;
  readonly earlier: readonly EarlierRelease[];
  readonly periods: readonly string[];
  readonly key: string;
}

export interface CountsRelease extends ProtectedCounts {
  readonly certificate: Certificate;
}

/**
 * The next release of a series: joined to the earlier ones, protected, and proven.
 * @throws InputFaults, Unprotectable
 */
export function releaseCounts(solver: Solver, input: CountsReleaseInput): CountsRelease {
  const { lattice, counts, periods, key } = input;
  const { released, population, knownWorlds } = joinSeries(input);
  const known = coveredLeaves(lattice, released);
  refuseBadPeriods(lattice, periods, released, new Set([...counts.periods, ...known]));
  const frozen = input.earlier.map(({ release }) => release);
  const table = { lattice, counts, population, frozen, periods, key };
  const done = protectCounts(solver, table, knownWorlds);
  const all = [...released, ...periods];
  const certificate = makeCertificate({
    kind: "counts",
    lattice,
    released: all,
    counts: counts.values,
    sums: null,
    ceilings: population.ceilings,
    leaves: coveredLeaves(lattice, all),
    worlds: done.worlds,
  });
  return { ...done, certificate };
}
