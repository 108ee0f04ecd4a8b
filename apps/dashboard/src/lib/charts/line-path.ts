import type { Point } from "./polar-point.ts";

/** A straight line through points, as a path. Needs two points to be seen; one draws nothing. */
export const linePath = (points: Point[]): string =>
  points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("");
