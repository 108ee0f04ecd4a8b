import type { ReleaseCell, WithheldTable } from "@kompassen/domain/statistics";
import type { SeriesSummary } from "./series-summary.ts";

/** What a hidden cell holds and why it is hidden: for the statistics officer alone. */
export interface CellTruth {
  readonly value: number;
  /** For its own sake, or for another's. */
  readonly why: "primary" | "secondary";
}

/** A cell with what stays sealed about it; null where it is shown. */
export interface TruthfulCell {
  readonly cell: ReleaseCell;
  readonly truth: CellTruth | null;
}

/** One protected table with its proof. */
export interface MadeTable {
  readonly series: string;
  readonly cells: readonly TruthfulCell[];
  readonly withheld: readonly WithheldTable[];
  /** Null where the table rests on no proof of its own, or nothing of it is released. */
  readonly sealed: {
    readonly certificate: unknown;
    readonly cells: unknown;
    readonly summary: SeriesSummary;
  } | null;
}
