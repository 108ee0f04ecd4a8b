import type { Language } from "@kompassen/domain/shared";
import { ALL_AGES, type CellPair, metricOf, type ReleaseCell } from "@kompassen/domain/statistics";
import { TABLE_KINDS } from "./table-kinds.ts";
import { type CellView, toCellView } from "./to-cell-view.ts";

export interface ComparisonRow {
  readonly metric: string;
  readonly name: string;
  readonly earlier: CellView;
  readonly later: CellView;
  /** Null unless both are shown. */
  readonly difference: number | null;
}

/** Counts of the kommun in the last quarter of two releases, in the order of the process. */
export function toComparison(
  pairs: readonly CellPair[],
  kommun: string,
  language: Language,
): ComparisonRow[] {
  const order = [
    ...TABLE_KINDS.steg.metrics,
    ...TABLE_KINDS.hembesok.metrics,
    ...TABLE_KINDS.utbildning.metrics,
  ];
  const rows = pairs
    .filter(
      ({ table, unit, ageGroup, periodKind }) =>
        table === "uptake" && unit === kommun && ageGroup === ALL_AGES && periodKind === "quarter",
    )
    .map((pair) => ({
      metric: pair.metric,
      name: metricOf(pair.metric).name[language],
      earlier: toCellView(cellOf(pair, pair.earlier), language),
      later: toCellView(cellOf(pair, pair.later), language),
      difference: differenceOf(pair),
    }));
  return rows.toSorted((a, b) => order.indexOf(a.metric) - order.indexOf(b.metric));
}

function cellOf(
  { periodKind: _, earlier: _earlier, later: _later, ...rest }: CellPair,
  side: CellPair["later"],
) {
  const cell: ReleaseCell | undefined = side === null ? undefined : { ...rest, ...side };
  return cell;
}

function differenceOf({ earlier, later }: CellPair): number | null {
  return earlier?.cell.status === "published" && later?.cell.status === "published"
    ? later.cell.value - earlier.cell.value
    : null;
}
