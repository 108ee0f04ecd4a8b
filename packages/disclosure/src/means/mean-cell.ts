import type { Cell } from "../cell.ts";
import { hidesEachChild } from "../individual-bound.ts";
import type { Parameters } from "../parameters.ts";
import type { GroupScores } from "./scores.ts";

/** A published mean has one decimal, so the true one is at most this far from it. */
const HALF_STEP = 0.05;
/** A band reaches half a point from the end of the scale. */
const BAND_WIDTH = 0.5;

/** The mean with one decimal, halves up. */
export function roundMean(sum: number, n: number): number {
  return Math.round(Number(((10 * sum) / n).toFixed(9))) / 10;
}

/** From the lowest to the highest sum of scores. */
export interface SumRange {
  readonly low: number;
  readonly high: number;
}

function lowBand(n: number, scale: Parameters["scale"]): { readonly text: string; readonly sums: SumRange } {
  const end = scale.low + BAND_WIDTH;
  return { text: `<=${end}`, sums: { low: n * scale.low, high: n * end } };
}

function highBand(n: number, scale: Parameters["scale"]): { readonly text: string; readonly sums: SumRange } {
  const end = scale.high - BAND_WIDTH;
  return { text: `>=${end}`, sums: { low: n * end, high: n * scale.high } };
}

function sumsOfMean(mean: number, n: number, scale: Parameters["scale"]): SumRange {
  const low = Math.max(n * scale.low, n * (mean - HALF_STEP));
  return { low, high: Math.min(n * scale.high, n * (mean + HALF_STEP)) };
}

/** The sums of scores a statement allows; null when it says nothing. */
export function sumsAllowed(cell: Cell, n: number, scale: Parameters["scale"]): SumRange | null {
  switch (cell.status) {
    case "published":
      return sumsOfMean(cell.value, n, scale);
    case "band":
      return [lowBand(n, scale), highBand(n, scale)].find(({ text }) => text === cell.band)?.sums ?? null;
    case "protected":
    case "not_applicable":
      return null;
  }
}

/**
 * What may be said of a group's mean for its own sake: P2 asks for enough children, P4 that each child stays
 * hidden; where the mean says too much, a band at the end of the scale may do.
 */
export function meanCell({ n, sum, range }: GroupScores, parameters: Parameters): Cell {
  const { scale } = parameters;
  if (range === null) return { status: parameters.zeros === "shown" ? "not_applicable" : "protected" };
  if (n < parameters.mean_minimum) return { status: "protected" };
  const isSafe = (sums: SumRange) =>
    hidesEachChild({ n, sumLow: sums.low, sumHigh: sums.high, ...range }, scale);
  const value = roundMean(sum, n);
  if (isSafe(sumsOfMean(value, n, scale))) return { status: "published", value };
  const band = [lowBand(n, scale), highBand(n, scale)].find(
    ({ sums }) => sum >= sums.low && sum <= sums.high && isSafe(sums),
  );
  return band === undefined ? { status: "protected" } : { status: "band", band: band.text };
}
