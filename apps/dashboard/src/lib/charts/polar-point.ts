export type Point = { x: number; y: number };

const rounded = (value: number): number => Math.round(value * 100) / 100 + 0;

/** A point around 0,0. @param angle radians clockwise from straight up @param radius in px */
export const polarPoint = (angle: number, radius: number): Point => ({
  x: rounded(Math.sin(angle) * radius),
  y: rounded(-Math.cos(angle) * radius),
});
