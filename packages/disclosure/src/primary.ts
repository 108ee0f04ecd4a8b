import type { Parameters } from "./parameters.ts";

/** P1: small enough to point at a child. 0 is small only where zeros are protected. */
export function isSmallCount(value: number, parameters: Pick<Parameters, "k" | "zeros">): boolean {
  if (value === 0) return parameters.zeros === "protected";
  return value < parameters.k;
}

/** P3: so many of a known population that each of them is as good as named. */
export function isMostOfPopulation(
  value: number,
  population: number | null,
  parameters: Pick<Parameters, "population_share">,
): boolean {
  return population !== null && value > 0 && value > highestSafeShare(population, parameters);
}

/** The largest count of a known population that P3 lets through. */
export function highestSafeShare(
  population: number,
  parameters: Pick<Parameters, "population_share">,
): number {
  // 0.8 x 15 is 12.000000000000002 in floating point.
  return Math.ceil(Number((parameters.population_share * population).toFixed(9))) - 1;
}

/**
 * How high it must be possible for a small count to be. k - 1 above itself: then every set of atoms with a
 * sum below k could also have k or more (README, "Why atoms suffice").
 */
export function safeHeight(value: number, ceiling: number | null, k: number): number {
  const height = Math.max(value + k - 1, k);
  return ceiling === null ? height : Math.min(height, ceiling);
}
