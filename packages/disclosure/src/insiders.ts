import { at } from "./at.ts";
import { codesOfAtom, type Lattice } from "./lattice.ts";

/**
 * What one reader knows beside what is published: the true counts of some units (P7: the staff's own), or
 * that one child is in an atom (a parent's own).
 */
export interface Knowledge {
  readonly units: readonly number[];
  readonly child: number | null;
}

/** The unit each atom belongs to, by its position among the finest codes; null when nobody is an insider. */
export function unitsOfAtoms(lattice: Lattice): readonly (number | null)[] {
  const { insiders } = lattice.parameters;
  if (insiders === null || insiders.count === 0) return new Array<null>(lattice.atomCount).fill(null);
  const position = lattice.dimensions.findIndex((dimension) => dimension.name === insiders.dimension);
  const leaves = at(lattice.dimensions, position).leaves;
  const places = new Map(leaves.map((leaf, i) => [leaf, i]));
  return Array.from({ length: lattice.atomCount }, (_, atom) => {
    const unit = places.get(at(codesOfAtom(lattice, atom), position));
    if (unit === undefined) throw new RangeError(`atom ${atom} has no unit`);
    return unit;
  });
}

/** Everything that groups of at most `count` of these units may know. With none, what any reader knows. */
export function insiderKnowledge(units: readonly number[], count: number): Knowledge[] {
  const nobody: Knowledge[] = [{ units: [], child: null }];
  if (count === 0 || units.length === 0) return nobody;
  const alone = units.map((unit) => ({ units: [unit], child: null }));
  if (count === 1 || units.length === 1) return alone;
  return units.flatMap((unit, i) =>
    units.slice(i + 1).map((other) => ({ units: [unit, other], child: null })),
  );
}
