import { at } from "./at.ts";
import type { Demand } from "./demand.ts";
import { isPossibleFor, meets, type World } from "./world.ts";

/** The least a reader must stay unsure of: no one can narrow any small count down further than this. */
export interface Interval {
  readonly atom: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What the possible worlds prove. Sealed: it depends on the hidden numbers. */
export interface CountsAudit {
  /** Small atoms, and cells crowded by P3. */
  readonly sensitive: number;
  /** Pairs of such a count and a reader's knowledge that were checked. */
  readonly checks: number;
  readonly worlds: number;
  /** Pairs no world covers; a release with any is never published. */
  readonly unproven: number;
  /** Small atoms of which all worlds at hand have the true value: it could be computed exactly. */
  readonly exactDisclosures: number;
  /** The small atom with the fewest possible values known to us; the real interval is at least as wide. */
  readonly narrowest: Interval | null;
  /** Small atoms covered for all insiders, but not for a reader who knows one child of the same unit. */
  readonly openToParents: number;
}

function intervalOf(atom: number, value: number, changes: readonly number[]): Interval {
  return { atom, value, low: value + Math.min(0, ...changes), high: value + Math.max(0, ...changes) };
}

/** Checks the demands against the worlds once more, by addition, and says how wide the intervals are. */
export function auditCounts(
  values: Int32Array,
  demands: readonly Demand[],
  worlds: readonly World[],
  openToParents: number,
): CountsAudit {
  const worldsOfAtom = Map.groupBy(
    worlds.flatMap((world) => [...world.changes.keys()].map((atom) => ({ atom, world }))),
    (place) => place.atom,
  );
  let unproven = 0;
  let checks = 0;
  const intervals: Interval[] = [];
  for (const demand of demands) {
    const places = demand.atoms.flatMap((atom) => worldsOfAtom.get(atom) ?? []);
    const near = [...new Set(places.map((place) => place.world))].filter((world) => meets(world, demand));
    checks += demand.knowledge.length;
    unproven += demand.knowledge.filter((known) => !near.some((w) => isPossibleFor(w, known, values))).length;
    if (demand.change <= 0) continue;
    const atom = at(demand.atoms, 0);
    const changes = places.flatMap((place) => place.world.changes.get(atom) ?? []);
    intervals.push(intervalOf(atom, at(values, atom), changes));
  }
  const byWidth = intervals.toSorted((a, b) => a.high - a.low - (b.high - b.low) || a.atom - b.atom);
  return {
    sensitive: demands.length,
    checks,
    worlds: worlds.length,
    unproven,
    exactDisclosures: intervals.filter((interval) => interval.low === interval.high).length,
    narrowest: byWidth[0] ?? null,
    openToParents,
  };
}
