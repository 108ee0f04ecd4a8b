import type { StatisticsCell } from "@kompassen/domain/statistics";

/** A share as it is published, in per cent: both ends belong to it. */
export interface BandRange {
  readonly from: number;
  readonly to: number;
}

const BETWEEN = /^(\d+)-(\d+)$/;

/** @returns null for a cell that is hidden or does not apply */
export function bandRange(cell: StatisticsCell | undefined): BandRange | null {
  if (cell?.status === "published") return { from: cell.value, to: cell.value };
  if (cell?.status !== "band") return null;
  const { band } = cell;
  if (band.startsWith("<=")) return { from: 0, to: Number(band.slice(2)) };
  if (band.startsWith(">=")) return { from: Number(band.slice(2)), to: 100 };
  const match = BETWEEN.exec(band);
  return match === null ? null : { from: Number(match[1]), to: Number(match[2]) };
}
