import type { Cell } from "../cell.ts";
import { hidesEachChild } from "../individual-bound.ts";
import type { Parameters } from "../parameters.ts";
import type { GroupScores } from "./scores.ts";

/** A published mean has one decimal, so the true one is at most this far from it. */
export const HALF_STEP = 0.05;
/** A band reaches half a point from the end of the scale. */
const BAND_WIDTH = 0.5;

/** The mean with one decimal, halves up. */
export function roundMean(sum: number, n: number): number {
  return Math.round(Number(((10 * sum) / n).toFixed(9))) / 10;
}

/** The sums of scores a statement allows; null when it says nothing. */
export function sumsAllowed(
  cell: Cell,
  n: number,
  scale: Parameters["scale"],
): { readonly low: number; readonly high: number } | null {
  if (cell.status === "published") {
    const low = Math.max(n * scale.low, n * (cell.value - HALF_STEP));
    return { low, high: Math.min(n * scale.high, n * (cell.value + HALF_STEP)) };
  }
  if (cell.status !== "band") return null;
  if (cell.band === lowBand(scale)) return { low: n * scale.low, high: n * (scale.low + BAND_WIDTH) };
  if (cell.band === highBand(scale)) return { low: n * (scale.high - BAND_WIDTH), high: n * scale.high };
  return null;
}

export function lowBand(scale: Parameters["scale"]): string {
  return `<=${scale.low + BAND_WIDTH}`;
}

export function highBand(scale: Parameters["scale"]): string {
  return `>=${scale.high - BAND_WIDTH}`;
}

/**
 * What may be said of a group's mean for its own sake: P2 asks for enough children, P4 that each child stays
 * hidden; where the mean says too much, a band at the end of the scale may do.
 */
export function meanCell(group: GroupScores, parameters: Parameters): Cell {
  const { n, sum, min, max } = group;
  const { scale } = parameters;
  if (min === null || max === null) {
    return { status: parameters.zeros === "shown" ? "not_applicable" : "protected" };
  }
  if (n < parameters.mean_minimum) return { status: "protected" };
  const mean = sum / n;
  const candidates: Cell[] = [{ status: "published", value: roundMean(sum, n) }];
  if (mean <= scale.low + BAND_WIDTH) candidates.push({ status: "band", band: lowBand(scale) });
  if (mean >= scale.high - BAND_WIDTH) candidates.push({ status: "band", band: highBand(scale) });
  const safe = candidates.find((cell) => {
    const sums = sumsAllowed(cell, n, scale);
    return sums !== null && hidesEachChild({ n, sumLow: sums.low, sumHigh: sums.high, min, max }, scale);
  });
  return safe ?? { status: "protected" };
}
