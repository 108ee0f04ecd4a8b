import { at } from "../at.ts";
import { hidesEachChild } from "../individual-bound.ts";
import { insiderKnowledge } from "../insiders.ts";
import type { Parameters } from "../parameters.ts";
import type { Group } from "./groups.ts";
import { groupScores, type Scores } from "./scores.ts";

/** All that is needed to check a certificate of means. `low` and `high` bound the sum a cell was said to have. */
export interface MeansClaim {
  readonly scores: Scores;
  readonly unitOf: readonly (number | null)[];
  readonly parameters: Parameters;
  readonly stated: readonly {
    readonly atoms: readonly number[];
    readonly low: number;
    readonly high: number;
  }[];
  readonly groups: readonly Group[];
  /** Each world as the sums that differ from the true ones, by atom. */
  readonly worlds: readonly ReadonlyMap<number, number>[];
}

/** Sums of scores are added in floating point, and the solver rounds too. */
const TOLERANCE = 1e-5;

/**
 * Checks by addition alone, with no solver, that the mean of every small group could lie anywhere in a range
 * of the uncertainty asked for, and that no larger group's mean tells of one child (P4), whoever's unit the
 * reader knows. Returns what is not proven.
 */
export function verifyMeans({ scores, unitOf, parameters, stated, groups, worlds }: MeansClaim): string[] {
  const failures: string[] = [];
  const { scale, insiders, mean_minimum, mean_uncertainty } = parameters;
  const unitsIn = (atoms: Iterable<number>) => new Set([...atoms].flatMap((atom) => at(unitOf, atom) ?? []));
  const sum = (atoms: readonly number[], world: ReadonlyMap<number, number>) =>
    atoms.reduce((total, atom) => total + (world.get(atom) ?? at(scores.sums, atom)), 0);
  const truth = new Map<number, number>();
  const places = Map.groupBy(
    stated.flatMap((cell) => cell.atoms.map((atom) => ({ atom, cell }))),
    (place) => place.atom,
  );
  [truth, ...worlds].forEach((world, w) => {
    for (const [atom, score] of world) {
      const n = at(scores.counts.values, atom);
      const isPossible = score >= n * scale.low - TOLERANCE && score <= n * scale.high + TOLERANCE;
      if (!isPossible) failures.push(`world ${w} has an impossible sum in atom ${atom}`);
    }
    const near =
      w === 0 ? stated : [...world.keys()].flatMap((atom) => places.get(atom) ?? []).map((p) => p.cell);
    for (const { atoms, low, high } of new Set(near)) {
      const total = sum(atoms, world);
      if (total < low - TOLERANCE || total > high + TOLERANCE)
        failures.push(`world ${w} changes a published mean`);
    }
  });
  const units = unitsIn(unitOf.keys());
  const changed = worlds.map((world) => ({ world, units: unitsIn(world.keys()) }));
  for (const atoms of groups) {
    const { n, range } = groupScores(scores, atoms);
    const isSafe = (totals: readonly number[]) => {
      const [sumLow, sumHigh] = [Math.min(...totals) - TOLERANCE, Math.max(...totals) + TOLERANCE];
      if (n < mean_minimum) return (sumHigh - sumLow) / n >= mean_uncertainty;
      return range !== null && hidesEachChild({ n, sumLow, sumHigh, ...range }, scale);
    };
    const told = sum(atoms, truth);
    if (isSafe([told])) continue;
    const near = changed
      .filter(({ world }) => atoms.some((atom) => world.has(atom)))
      .map(({ world, units }) => ({ units, total: sum(atoms, world) }));
    const inside = unitsIn(atoms);
    const outside = [...units].filter((unit) => !inside.has(unit));
    for (const { units: known } of insiderKnowledge(outside, insiders === null ? 0 : insiders.count)) {
      const possible = near.filter((proof) => !known.some((unit) => proof.units.has(unit)));
      if (isSafe([told, ...possible.map(({ total }) => total)])) continue;
      failures.push(`the mean of ${n} children in ${atoms.join("+")} is known too well`);
    }
  }
  return failures;
}
