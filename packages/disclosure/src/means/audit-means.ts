import { at } from "../at.ts";
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

export function auditMeans({ n, sums, groups, worlds }: MeansClaim): MeansAudit {
  const worldsOfAtom = Map.groupBy(
    worlds.flatMap((world) => [...world.keys()].map((atom) => ({ atom, world }))),
    (place) => place.atom,
  );
  const intervals = groups.map((atoms) => {
    const children = atoms.reduce((total, atom) => total + at(n, atom), 0);
    const near = new Set(atoms.flatMap((atom) => worldsOfAtom.get(atom) ?? []).map((place) => place.world));
    const totals = [new Map<number, number>(), ...near].map((world) =>
      atoms.reduce((total, atom) => total + (world.get(atom) ?? at(sums, atom)), 0),
    );
    return { atoms, low: Math.min(...totals) / children, high: Math.max(...totals) / children };
  });
  const byWidth = intervals.toSorted((a, b) => a.high - a.low - (b.high - b.low));
  return {
    sensitive: groups.length,
    worlds: worlds.length,
    exactDisclosures: intervals.filter(({ low, high }) => low === high).length,
    narrowest: byWidth[0] ?? null,
  };
}
