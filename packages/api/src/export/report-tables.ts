import { type CrossTable, cellText, crossTables } from "@kompassen/domain/export";
import type { ReleaseCell, StatisticsRelease } from "@kompassen/domain/statistics";
import type { ReportTable, TableCell } from "./report-table.ts";

/** Every cell of the release in tables for print, in the order of the release's tables. */
export function reportTables(release: StatisticsRelease): (ReportTable & Pick<CrossTable, "table">)[] {
  return crossTables(release).map(({ table, common, keyHeads, columns, rows }) => ({
    table,
    caption: common.map(({ text }) => text).join(", "),
    keyHeads,
    columnHeads: columns.map(({ text }) => text),
    rows: rows.map(({ keys, cells }) => ({ keys, cells: cells.map(toTableCell) })),
  }));
}

/** A mean has the number of children behind it in brackets. */
function toTableCell(of: ReleaseCell | null): TableCell {
  if (of === null) return { text: "", isHidden: false };
  const { cell } = of;
  const text = cellText(of, "sv");
  const number = cell.status === "published" && cell.n !== undefined ? ` (${cell.n})` : "";
  return { text: `${text}${number}`, isHidden: cell.status === "protected" };
}
