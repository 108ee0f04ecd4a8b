import type { Spread } from "../measure/spread.ts";

/** One measured figure, against its goal where it has one. */
export interface Result {
  readonly job: string;
  readonly what: string;
  readonly value: Spread;
  readonly unit: "x" | "ms" | "kB" | "st" | "ja" | "/s" | "MB" | "exponent";
  readonly goal?: Goal;
  readonly note?: string;
}

export type Goal =
  | { readonly atMost: number; readonly stretch?: number }
  | { readonly atLeast: number; readonly stretch?: number };

export type Verdict = "nått" | "nära" | "missat" | "";

/** What a machine's noise may hide. */
const TOLERANCE = 1.25;

export function verdictOf({ value: { median }, goal }: Result): Verdict {
  if (goal === undefined) return "";
  const isReached = "atMost" in goal ? median <= goal.atMost : median >= goal.atLeast;
  if (isReached) return "nått";
  const excess = "atMost" in goal ? median / goal.atMost : goal.atLeast / median;
  return excess <= TOLERANCE ? "nära" : "missat";
}

export function single(value: number): Spread {
  return { median: value, min: value, max: value };
}
