import { at } from "../at.ts";
import { groupScores } from "./scores.ts";
import type { MeansClaim } from "./verify-means.ts";

/** What the possible worlds prove of a table of means. Sealed: it depends on the hidden numbers. */
export interface MeansAudit {
  /** Groups of fewer children than the minimum, as atoms, cells and what is left between cells. */
  readonly sensitive: number;
  readonly worlds: number;
  /** Groups whose mean all worlds at hand agree on. */
  readonly exactDisclosures: number;
  /** The group whose possible means known to us lie closest together, in points of the scale. */
  readonly narrowest: {
    readonly atoms: readonly number[];
    readonly low: number;
    readonly high: number;
  } | null;
}

export function auditMeans({ scores, parameters, groups, worlds }: MeansClaim): MeansAudit {
  const small = groups.filter((atoms) => groupScores(scores, atoms).n < parameters.mean_minimum);
  const worldsOfAtom = Map.groupBy(
    worlds.flatMap((world) => [...world.keys()].map((atom) => ({ atom, world }))),
    (place) => place.atom,
  );
  const intervals = small.map((atoms) => {
    const { n } = groupScores(scores, atoms);
    const near = new Set(atoms.flatMap((atom) => worldsOfAtom.get(atom) ?? []).map((place) => place.world));
    const totals = [new Map<number, number>(), ...near].map((world) =>
      atoms.reduce((total, atom) => total + (world.get(atom) ?? at(scores.sums, atom)), 0),
    );
    return { atoms, low: Math.min(...totals) / n, high: Math.max(...totals) / n };
  });
  const byWidth = intervals.toSorted((a, b) => a.high - a.low - (b.high - b.low));
  return {
    sensitive: small.length,
    worlds: worlds.length,
    exactDisclosures: intervals.filter(({ low, high }) => low === high).length,
    narrowest: byWidth[0] ?? null,
  };
}
