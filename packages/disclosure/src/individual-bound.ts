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
