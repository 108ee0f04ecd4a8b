import type { PreviewCell } from "@kompassen/api/release";
import { ageGroupLabel, areaLabel, periodLabel, raterLabel, valueText } from "@kompassen/domain/export";
import type { Language } from "@kompassen/domain/shared";
import { ALL_AGES, metricOf, type ReleasePlace, type ReleaseTable } from "@kompassen/domain/statistics";

/** What would be hidden, with what it holds: for the statistics officer alone. */
export interface PreviewRow {
  readonly key: string;
  readonly name: string;
  readonly where: string;
  readonly period: string;
  readonly value: string;
  readonly why: "primary" | "secondary";
}

export interface Preview {
  readonly table: ReleaseTable;
  readonly rows: readonly PreviewRow[];
  /** All that are hidden in the table, of which the rows are the first. */
  readonly hidden: number;
}

/** A page's worth of the hidden cells of one table, in the order of the release. */
export function toPreview(
  cells: readonly PreviewCell[],
  places: readonly ReleasePlace[],
  table: ReleaseTable,
  most: number,
  language: Language,
): Preview {
  const names = new Map(places.map(({ code, name }) => [code, name]));
  const hidden = cells.flatMap((cell) =>
    cell.table === table && cell.hidden !== null ? [{ cell, truth: cell.hidden }] : [],
  );
  const rows = hidden.slice(0, most).map(({ cell, truth }, index): PreviewRow => {
    const of = [
      metricOf(cell.metric).name[language],
      cell.area === null ? [] : areaLabel(cell.area, language),
      cell.rater === null ? [] : raterLabel(cell.rater, language),
    ];
    const where = [
      names.get(cell.unit) ?? cell.unit,
      cell.ageGroup === ALL_AGES ? [] : ageGroupLabel(cell.ageGroup, language),
    ];
    return {
      key: String(index),
      name: of.flat().join(", "),
      where: where.flat().join(", "),
      period: periodLabel(cell.period, language),
      value: cell.table === "uptake" ? valueText(cell, truth.value, language) : String(truth.value),
      why: truth.why,
    };
  });
  return { table, rows, hidden: hidden.length };
}
