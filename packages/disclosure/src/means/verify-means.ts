import { at } from "../at.ts";
import { insiderKnowledge } from "../insiders.ts";
import type { Parameters } from "../parameters.ts";

/** All that is needed to check a certificate of means. `low` and `high` bound the sum a cell was said to have. */
export interface MeansClaim {
  readonly n: ArrayLike<number>;
  readonly sums: ArrayLike<number>;
  readonly unitOf: readonly (number | null)[];
  readonly parameters: Parameters;
  readonly stated: readonly {
    readonly atoms: readonly number[];
    readonly low: number;
    readonly high: number;
  }[];
  /** Groups of fewer children than the minimum. */
  readonly groups: readonly (readonly number[])[];
  /** Each world as the sums that differ from the true ones, by atom. */
  readonly worlds: readonly ReadonlyMap<number, number>[];
}

/** Sums of scores are added in floating point, and the solver rounds too. */
const TOLERANCE = 1e-5;

/**
 * Checks by addition alone, with no solver, that the mean of every small group could lie anywhere in a range
 * of the uncertainty asked for, whoever's unit the reader knows. Returns what is not proven.
 */
export function verifyMeans({ n, sums, unitOf, parameters, stated, groups, worlds }: MeansClaim): string[] {
  const failures: string[] = [];
  const { scale, insiders, mean_uncertainty } = parameters;
  const unitsIn = (atoms: Iterable<number>) => new Set([...atoms].flatMap((atom) => at(unitOf, atom) ?? []));
  const sum = (atoms: readonly number[], world: ReadonlyMap<number, number>) =>
    atoms.reduce((total, atom) => total + (world.get(atom) ?? at(sums, atom)), 0);
  const places = Map.groupBy(
    stated.flatMap((cell) => cell.atoms.map((atom) => ({ atom, cell }))),
    (place) => place.atom,
  );
  [new Map<number, number>(), ...worlds].forEach((world, w) => {
    for (const [atom, score] of world) {
      const children = at(n, atom);
      const isPossible =
        score >= children * scale.low - TOLERANCE && score <= children * scale.high + TOLERANCE;
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
    const children = atoms.reduce((total, atom) => total + at(n, atom), 0);
    const near = changed.filter(({ world }) => atoms.some((atom) => world.has(atom)));
    const inside = unitsIn(atoms);
    const outside = [...units].filter((unit) => !inside.has(unit));
    for (const { units: known } of insiderKnowledge(outside, insiders === null ? 0 : insiders.count)) {
      const possible = near.filter((proof) => !known.some((unit) => proof.units.has(unit)));
      const totals = [sum(atoms, new Map()), ...possible.map(({ world }) => sum(atoms, world))];
      const width = (Math.max(...totals) - Math.min(...totals)) / children;
      if (width >= mean_uncertainty - TOLERANCE) continue;
      failures.push(
        `the mean of ${children} children in ${atoms.join("+")} is known to within ${width.toFixed(2)}`,
      );
    }
  }
  return failures;
}
