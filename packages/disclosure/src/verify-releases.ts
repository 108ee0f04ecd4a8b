import { auditCounts } from "./audit.ts";
import { latticeOfCertificate } from "./certificate.ts";
import type { Counts } from "./counts.ts";
import { layOutCounts } from "./counts-table.ts";
import { codesOfAtom, type Lattice } from "./lattice.ts";
import { unknownPopulation } from "./population.ts";
import { type EarlierRelease, joinSeries } from "./series.ts";
import { stillPossible } from "./suppress-table.ts";
import { verifyWorlds } from "./verify.ts";

/** What a check of releases found: sentences on what fails, and how much was checked. */
export interface Verification {
  readonly failures: readonly string[];
  /** Small counts or groups. */
  readonly sensitive: number;
  readonly worlds: number;
}

/** The lattice of the latest certificate: the one with the most codes, since codes are only ever added. */
export function latestLattice(releases: readonly Pick<EarlierRelease, "certificate">[]): Lattice | null {
  const lattices = releases.flatMap(({ certificate }) =>
    certificate === null ? [] : [latticeOfCertificate(certificate)],
  );
  const size = (lattice: Lattice) => lattice.dimensions.reduce((sum, { codes }) => sum + codes.size, 0);
  return lattices.toSorted((a, b) => size(b) - size(a))[0] ?? null;
}

/**
 * Checks these releases together, by addition alone: that what was published is true, and that their
 * certificates prove every small count safe given all of it.
 * @throws InputFaults when counts and releases do not belong together.
 */
export function verifyReleases(
  lattice: Lattice,
  counts: Counts,
  releases: readonly EarlierRelease[],
): Verification {
  const nobody = unknownPopulation(lattice);
  const { population, knownWorlds } = joinSeries({ lattice, counts, population: nobody, earlier: releases });
  const frozen = releases.map(({ release }) => release);
  const table = layOutCounts({ lattice, counts, population, frozen, periods: [], key: "" });
  // A world of an older certificate may be ruled out by a newer release: it proves nothing any more.
  const worlds = stillPossible(knownWorlds, table.space, table);
  const { k, insiders } = lattice.parameters;
  const failures = verifyWorlds({
    values: counts.values,
    ceilings: population.ceilings,
    unitOf: table.space.unitOf,
    nameOf: (atom) => codesOfAtom(lattice, atom).join(","),
    released: table.frozenCells.map(({ atoms, cell }) => ({
      atoms,
      value: cell.status === "published" ? cell.value : null,
    })),
    k,
    insiders: insiders === null ? 0 : insiders.count,
    worlds: worlds.map(({ values }) => values),
  });
  const demands = table.demands.map((demand) => ({
    ...demand,
    knowledge: demand.knowledge.filter((knowledge) => knowledge.child === null),
  }));
  const proofs = worlds.map(({ world }) => world);
  const { unproven, sensitive } = auditCounts(counts.values, demands, proofs, 0);
  if (unproven > 0) failures.push(`${unproven} pairs of count and reader are not covered`);
  return { failures, sensitive, worlds: worlds.length };
}
