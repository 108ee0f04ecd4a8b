import { at } from "./at.ts";
import type { Dimension } from "./dimension.ts";
import type { Lattice, LatticeCell } from "./lattice.ts";

/**
 * How dear it is to hide a cell: the coarser, the dearer, because more people read it. Unit 1, område 4,
 * kommun 12; three times that for all ages, and again for a year. So a dimension of two levels counts 1
 * and 3, a longer one 1, 4, 12 and three times more for each further level.
 */
function weightInDimension(dimension: Dimension, level: number): number {
  const above = dimension.levels.length - 1 - level;
  if (above === 0) return 1;
  return dimension.levels.length === 2 ? 3 : 4 * 3 ** (above - 1);
}

export function weightOfCell(lattice: Lattice, cell: LatticeCell): number {
  return lattice.dimensions.reduce(
    (product, dimension, i) => product * weightInDimension(dimension, at(cell.levels, i)),
    1,
  );
}
