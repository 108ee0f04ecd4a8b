import { isLasar, isQuarter } from "./period.ts";
import type { ReleaseCell, StatisticsCell, StatisticsRelease } from "./release.ts";

/** One number in two releases; null where that release does not have it. */
export interface CellPair extends Omit<ReleaseCell, "cell" | "period"> {
  readonly periodKind: "quarter" | "year" | "lasar";
  readonly earlier: { readonly period: string; readonly cell: StatisticsCell } | null;
  readonly later: { readonly period: string; readonly cell: StatisticsCell } | null;
}

/** Cells of the same number, place and age, each of the last such period of its release, in the later's order. */
export function pairCells(
  earlier: Pick<StatisticsRelease, "cells">,
  later: Pick<StatisticsRelease, "cells">,
): CellPair[] {
  const before = latestByAddress(earlier);
  const now = latestByAddress(later);
  return [...new Set([...now.keys(), ...before.keys()])].flatMap((address) => {
    const [old, current] = [before.get(address), now.get(address)];
    const any = current ?? old;
    if (any === undefined) return [];
    const { cell: _, period, ...rest } = any;
    return [{ ...rest, periodKind: kindOf(period), earlier: side(old), later: side(current) }];
  });
}

function side(cell: ReleaseCell | undefined): CellPair["earlier"] {
  return cell === undefined ? null : { period: cell.period, cell: cell.cell };
}

function latestByAddress({ cells }: Pick<StatisticsRelease, "cells">): Map<string, ReleaseCell> {
  const latest = new Map<string, ReleaseCell>();
  for (const cell of cells) {
    const { table, metric, unit, ageGroup, area, rater, period } = cell;
    const address = JSON.stringify([table, metric, unit, ageGroup, area, rater, kindOf(period)]);
    const other = latest.get(address);
    if (other === undefined || other.period < period) latest.set(address, cell);
  }
  return latest;
}

function kindOf(period: string): CellPair["periodKind"] {
  if (isQuarter(period)) return "quarter";
  return isLasar(period) ? "lasar" : "year";
}
