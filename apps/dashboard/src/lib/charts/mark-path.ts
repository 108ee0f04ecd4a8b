import type { RaterKind } from "./types.ts";

const rounded = (value: number): number => Math.round(value * 100) / 100;

/**
 * The rater's mark as a path around 0,0: child circle, guardian square, team triangle, profession diamond.
 * The shapes are scaled to weigh the same to the eye.
 *
 * @param size the circle's radius in px
 */
export function markPath(kind: RaterKind, size: number): string {
  if (kind === "barn")
    return `M${-size} 0a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0Z`;
  if (kind === "vardnadshavare") {
    const half = rounded(size * 0.9);
    return `M${-half} ${-half}H${half}V${half}H${-half}Z`;
  }
  if (kind === "barnteam") {
    const width = rounded(size * 1.2);
    return `M0 ${rounded(-size * 1.25)}L${width} ${rounded(size * 0.85)}H${-width}Z`;
  }
  const reach = rounded(size * 1.3);
  return `M0 ${-reach}L${reach} 0L0 ${reach}L${-reach} 0Z`;
}

/** The square with a hole in it: the inner outline runs the other way round, so that it is left unfilled. */
export function hollowMarkPath(size: number): string {
  const hole = rounded(size * 0.4);
  return `${markPath("vardnadshavare", size)}M${-hole} ${-hole}V${hole}H${hole}V${-hole}Z`;
}
