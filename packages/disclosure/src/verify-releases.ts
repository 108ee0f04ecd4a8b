import { at } from "./at.ts";
import { auditCounts } from "./audit.ts";
import { latticeOfCertificate } from "./certificate.ts";
import type { Counts } from "./counts.ts";
import { layOutCounts } from "./counts-table.ts";
import { findFrozenCells } from "./frozen.ts";
import { unitsOfAtoms } from "./insiders.ts";
import { codesOfAtom, type Lattice } from "./lattice.ts";
import { unknownPopulation } from "./population.ts";
import { rowsByAtom } from "./row.ts";
import { type EarlierRelease, joinSeries } from "./series.ts";
import { verifyWorlds } from "./verify.ts";
import { makeWorld } from "./world.ts";

/** The lattice of the latest certificate: the one with the most codes, since codes are only ever added. */
export function latestLattice(releases: readonly EarlierRelease[]): Lattice | null {
  const lattices = releases.flatMap(({ certificate }) =>
    certificate === null ? [] : [latticeOfCertificate(certificate)],
  );
  const size = (lattice: Lattice) => lattice.dimensions.reduce((sum, { codes }) => sum + codes.size, 0);
  return lattices.toSorted((a, b) => size(b) - size(a))[0] ?? null;
}

/**
 * Checks these releases together, by addition alone: that what was published is true, and that their
 * certificates prove every small count safe given all of it. Returns what fails, one sentence each.
 * @throws InputFaults when counts and releases do not belong together.
 */
export function verifyReleases(
  lattice: Lattice,
  counts: Counts,
  releases: readonly EarlierRelease[],
): { readonly failures: readonly string[]; readonly checks: number; readonly worlds: number } {
  const joined = joinSeries({ lattice, counts, population: unknownPopulation(lattice), earlier: releases });
  const { values } = counts;
  const { population, knownWorlds } = joined;
  const frozen = releases.map(({ release }) => release);
  const released = findFrozenCells(lattice, frozen).map(({ atoms, cell }) => ({
    atoms,
    value: cell.status === "published" ? cell.value : null,
  }));
  const { k, insiders } = lattice.parameters;
  const unitOf = unitsOfAtoms(lattice);
  // A world of an older certificate may be ruled out by a newer release: it proves nothing any more.
  const table = layOutCounts({ lattice, counts, population, frozen, periods: [], key: "" });
  const rowsOfAtom = rowsByAtom(table.rows);
  const possible = knownWorlds.flatMap((world) => {
    const changes = new Map([...world].map(([atom, count]) => [atom, count - at(values, atom)] as const));
    const candidate = makeWorld(changes, unitOf, rowsOfAtom);
    const isRuledOut = [...candidate.moved].some((row) => row.role === "exact");
    return isRuledOut ? [] : [{ counts: world, world: candidate }];
  });
  const failures = verifyWorlds({
    values,
    ceilings: population.ceilings,
    unitOf,
    nameOf: (atom) => codesOfAtom(lattice, atom).join(","),
    released,
    k,
    insiders: insiders === null ? 0 : insiders.count,
    worlds: possible.map((proof) => proof.counts),
  });
  const demands = table.demands.map((demand) => ({
    ...demand,
    knowledge: demand.knowledge.filter((knowledge) => knowledge.child === null),
  }));
  const worlds = possible.map((proof) => proof.world);
  const audit = auditCounts(values, demands, worlds, 0);
  if (audit.unproven > 0) failures.push(`${audit.unproven} pairs of count and reader are not covered`);
  return { failures, checks: audit.checks, worlds: worlds.length };
}
