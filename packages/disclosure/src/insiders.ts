import type { Lattice } from "./lattice.ts";

/**
 * What one reader knows beside what is published: the true counts of some units (P7: the staff's own), or
 * that one child is in an atom (a parent's own).
 */
export interface Knowledge {
  readonly units: readonly number[];
  readonly child: number | null;
}

/** What everybody knows beside what is published: nothing. */
export const EVERYBODY: Knowledge = { units: [], child: null };

/** The unit each atom belongs to, by its position among the finest codes; null when nobody is an insider. */
export function unitsOfAtoms(lattice: Lattice): readonly (number | null)[] {
  const { insiders } = lattice.parameters;
  const position = lattice.dimensions.findIndex(({ name }) => name === insiders?.dimension);
  const unit = lattice.dimensions[position];
  if (unit === undefined || insiders?.count === 0) return new Array<null>(lattice.atomCount).fill(null);
  const stride = lattice.dimensions
    .slice(position + 1)
    .reduce((product, { leaves }) => product * leaves.length, 1);
  return Array.from(
    { length: lattice.atomCount },
    (_, atom) => Math.floor(atom / stride) % unit.leaves.length,
  );
}

/** Everything that groups of at most `count` of these units may know. With none, what any reader knows. */
export function insiderKnowledge(units: readonly number[], count: number): Knowledge[] {
  if (count === 0 || units.length === 0) return [EVERYBODY];
  const alone = units.map((unit) => ({ units: [unit], child: null }));
  if (count === 1 || units.length === 1) return alone;
  return units.flatMap((unit, i) =>
    units.slice(i + 1).map((other) => ({ units: [unit, other], child: null })),
  );
}
