import type { CellIndex } from "./cell-index.ts";
import { kommunCount } from "./cell-index.ts";

/** A count beside an earlier one. Told only where both are shown: a difference would give the hidden one away. */
export type CountChange =
  | { readonly kind: "told"; readonly difference: number; readonly before: number; readonly period: string }
  | { readonly kind: "hidden"; readonly period: string }
  | { readonly kind: "none" };

/** @param before the earlier period */
export function compareCounts(
  index: CellIndex,
  kommun: string,
  metric: string,
  now: string,
  before: string,
): CountChange {
  const [current, earlier] = [now, before].map((period) => index.find(kommunCount(metric, kommun, period)));
  if (current?.cell.status !== "published" || earlier === undefined) return { kind: "none" };
  if (earlier.cell.status === "protected") return { kind: "hidden", period: before };
  if (earlier.cell.status !== "published") return { kind: "none" };
  const { value } = earlier.cell;
  return { kind: "told", difference: current.cell.value - value, before: value, period: before };
}

/** The same quarter of the year before. */
export function yearBefore(quarter: string): string {
  return `${Number(quarter.slice(0, 4)) - 1}${quarter.slice(4)}`;
}
