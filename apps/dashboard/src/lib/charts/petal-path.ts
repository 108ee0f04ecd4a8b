import { polarPoint } from "./polar-point.ts";

/**
 * A petal as a closed path: pointed at its base near the flower's middle, round at its tip.
 *
 * @param angle the petal's direction, radians clockwise from straight up
 * @param base distance from the middle to where the petal begins, in px
 * @param tip distance from the middle to the tip, in px
 */
export function petalPath(angle: number, base: number, tip: number): string {
  const length = tip - base;
  const halfWidth = 0.38 * length + 4;
  const at = (along: number, across: number) => {
    const onAxis = polarPoint(angle, along);
    const aside = polarPoint(angle + Math.PI / 2, across);
    return `${round(onAxis.x + aside.x)} ${round(onAxis.y + aside.y)}`;
  };
  const shoulder = base + 0.35 * length;
  return (
    `M${at(base, 0)}` +
    `C${at(shoulder, halfWidth)} ${at(tip, halfWidth)} ${at(tip, 0)}` +
    `C${at(tip, -halfWidth)} ${at(shoulder, -halfWidth)} ${at(base, 0)}Z`
  );
}

const round = (value: number): number => Math.round(value * 100) / 100;
