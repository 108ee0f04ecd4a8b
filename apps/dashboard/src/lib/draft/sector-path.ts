import { polarPoint } from "#lib/charts/polar-point.ts";

const SECTORS = 8;
const STEP = (2 * Math.PI) / SECTORS;

/** Direction of an area by its place on the circle, in radians clockwise from straight up. */
export const directionOf = (position: number): number => position * STEP;

/** One eighth of a ring as a closed path around 0,0. @param inner @param outer distances in px */
export function sectorPath(position: number, inner: number, outer: number): string {
  const [from, to] = [directionOf(position) - STEP / 2, directionOf(position) + STEP / 2];
  const [a, b, c, d] = [
    polarPoint(from, outer),
    polarPoint(to, outer),
    polarPoint(to, inner),
    polarPoint(from, inner),
  ];
  return `M${a.x} ${a.y}A${outer} ${outer} 0 0 1 ${b.x} ${b.y}L${c.x} ${c.y}A${inner} ${inner} 0 0 0 ${d.x} ${d.y}Z`;
}
