import { at } from "./at.ts";
import type { Release } from "./cell.ts";
import { type Certificate, latticeOfCertificate, valuesByAtom } from "./certificate.ts";
import type { Counts } from "./counts.ts";
import { expectation } from "./expectation.ts";
import { type Fault, refuseFaults } from "./fault.ts";
import { coveredLeaves, emptyAtoms, findFrozenCells, releasedPeriods } from "./frozen.ts";
import { codesOfAtom, type Lattice, PERIOD } from "./lattice.ts";
import { periodOfAtom } from "./period.ts";
import type { Population } from "./population.ts";
import { seriesFaults } from "./same-series.ts";

/** An earlier release as it was published, and its sealed certificate where it is still at hand. */
export interface EarlierRelease {
  readonly release: Release;
  readonly certificate: Certificate | null;
}

/** What earlier releases say about a new one. */
export interface Series {
  readonly released: ReadonlySet<string>;
  readonly population: Population;
  /** Worlds of the earlier certificates, by atom of today's lattice. */
  readonly knownWorlds: readonly ReadonlyMap<number, number>[];
}

export interface SeriesInput {
  readonly lattice: Lattice;
  readonly counts: Counts;
  /** Sums of scores, when the series is one of means. */
  readonly sums?: ArrayLike<number>;
  readonly population: Population;
  readonly earlier: readonly EarlierRelease[];
}

function certificateFaults(
  input: SeriesInput,
  certificate: Certificate,
  released: ReadonlySet<string>,
): Fault[] {
  const known = latticeOfCertificate(certificate);
  const faults = seriesFaults(known, input.lattice, released);
  const kind = input.sums === undefined ? "counts" : "means";
  if (certificate.kind !== kind) {
    faults.push({
      row: null,
      column: "kind",
      value: kind,
      expected: expectation("as_before", { value: certificate.kind }),
    });
  }
  const absent = certificate.released.filter((period) => !released.has(period));
  for (const period of absent) {
    const expected = expectation("earlier_release");
    faults.push({ row: null, column: PERIOD, value: period, expected });
  }
  return faults;
}

function revisedFaults(input: SeriesInput, certificate: Certificate, leaves: ReadonlySet<string>): Fault[] {
  const { lattice, counts, sums } = input;
  const compared = [
    { column: "count", now: counts.values, before: valuesByAtom(lattice, certificate.counts) },
  ];
  const all: { column: string; now: ArrayLike<number>; before: Map<number, number> }[] =
    sums === undefined
      ? compared
      : [...compared, { column: "sum", now: sums, before: valuesByAtom(lattice, certificate.sums) }];
  return all.flatMap(({ column, now, before }) =>
    Array.from(now).flatMap((value, atom): Fault[] => {
      // An atom with nothing in it is not listed.
      const then = before.get(atom) ?? 0;
      if (value === then || !leaves.has(periodOfAtom(lattice, atom))) return [];
      const row = counts.rowOfAtom.get(atom) ?? null;
      const codes = codesOfAtom(lattice, atom).join(",");
      const expected = expectation("as_counted", { value: String(then), codes });
      return [{ row, column, value: String(value), expected }];
    }),
  );
}

function periodLeaves(certificate: Certificate): ReadonlySet<string> {
  return coveredLeaves(latticeOfCertificate(certificate), certificate.released);
}

/** What was public about the atoms of released periods when they were released holds; the rest is new. */
function joinPopulations(input: SeriesInput): Population {
  const { lattice, population, earlier } = input;
  const ceilings = [...population.ceilings];
  for (const { certificate } of earlier) {
    if (certificate === null) continue;
    const leaves = periodLeaves(certificate);
    const then = valuesByAtom(lattice, certificate.ceilings);
    for (const atom of ceilings.keys()) {
      const isReleased = leaves.has(periodOfAtom(lattice, atom));
      const ceiling = then.get(atom);
      if (isReleased) ceilings[atom] = ceiling === undefined ? at(population.ceilings, atom) : ceiling;
    }
    for (const atom of emptyAtoms(lattice, latticeOfCertificate(certificate), leaves)) ceilings[atom] = 0;
  }
  return { ceilings };
}

/**
 * Joins counts to the releases already made of them.
 * @throws InputFaults when the lattice, the rules or a released count differ, or an earlier release is missing.
 */
export function joinSeries(input: SeriesInput): Series {
  const { lattice, earlier } = input;
  const frozen = findFrozenCells(
    lattice,
    earlier.map(({ release }) => release),
  );
  const released = releasedPeriods(lattice, frozen);
  for (const { release, certificate } of earlier) {
    if (certificate === null) continue;
    refuseFaults(release.name, certificateFaults(input, certificate, released));
    refuseFaults("counts", revisedFaults(input, certificate, periodLeaves(certificate)));
  }
  const knownWorlds = earlier.flatMap(({ certificate }) =>
    certificate === null ? [] : certificate.worlds.map((world) => valuesByAtom(lattice, world)),
  );
  return { released, population: joinPopulations(input), knownWorlds };
}
