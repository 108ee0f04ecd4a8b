import type { Parameters } from "./parameters.ts";

/** What a statement about a group says of the sum of its scores, and what its members really have. */
export interface GroupStatement {
  readonly n: number;
  /** The sum of scores lies between these, ends included. */
  readonly sumLow: number;
  readonly sumHigh: number;
  /** Lowest and highest score in the group. */
  readonly min: number;
  readonly max: number;
}

/** P4: three of the scale's four steps, on a scale from 1 to 5. */
const SPAN_SHARE = 3 / 4;

/**
 * The scores another child could have, to a reader who knows one child's score and the statement. All others
 * are taken to be as low as they can be for the highest possible score, and as high for the lowest.
 */
export function possibleScores(
  statement: GroupStatement,
  scale: Parameters["scale"],
): { readonly low: number; readonly high: number } {
  const { n, sumLow, sumHigh, min, max } = statement;
  return {
    high: Math.min(scale.high, sumHigh - max - (n - 2) * scale.low),
    low: Math.max(scale.low, sumLow - min - (n - 2) * scale.high),
  };
}

/** P4: with one child known, every other child's score can still be nearly anything. */
export function hidesEachChild(statement: GroupStatement, scale: Parameters["scale"]): boolean {
  const { low, high } = possibleScores(statement, scale);
  return high - low >= SPAN_SHARE * (scale.high - scale.low);
}

/**
 * How far the sum of a group's scores must be able to rise and fall from what it is, for P4 to hold whatever
 * a reader works out: both 0 where even the exact mean would tell nothing of anybody.
 */
export function roomForEachChild(
  group: { readonly n: number; readonly sum: number; readonly min: number; readonly max: number },
  scale: Parameters["scale"],
): { readonly rise: number; readonly fall: number } {
  const { n, sum, min, max } = group;
  const span = SPAN_SHARE * (scale.high - scale.low);
  const { low, high } = possibleScores({ n, sumLow: sum, sumHigh: sum, min, max }, scale);
  if (high - low >= span) return { rise: 0, fall: 0 };
  // One end is short: of so many children, the known one and the extremes of the rest say little of the other.
  if (high < scale.high) return { rise: low + span + max + (n - 2) * scale.low - sum, fall: 0 };
  return { rise: 0, fall: sum - (high - span + min + (n - 2) * scale.high) };
}
