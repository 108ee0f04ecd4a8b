import { type MunicipalityShape, randomFrom } from "./municipality.ts";

/**
 * A14: municipalities of 20 to 60 units, from sparse to dense, some with empty quarters, with områden of one
 * unit, or with all children in one unit. `scale` below 1 makes them smaller, for tests that must be quick.
 */
export function shapeOf(seed: number, scale = 1): MunicipalityShape {
  const random = randomFrom(seed);
  const units = Math.max(2, Math.round((20 + 40 * random()) * scale));
  return {
    seed,
    units,
    areas: Math.max(3, Math.round(units / (2 + 5 * random()))),
    ages: 2 + Math.floor(3 * random()),
    quarters: 4 + Math.floor(2 * random()),
    density: 0.3 * 40 ** random(),
    emptyQuarters: random() < 0.2,
    lonelyAreas: random() < 0.3,
    allInOneUnit: random() < 0.05,
  };
}
