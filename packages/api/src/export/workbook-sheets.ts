import {
  type CrossTable,
  cellText,
  crossTables,
  isPercent,
  NOT_AN_EFFECT,
  NOT_SHOWN,
  periodLabel,
  TABLE_NAMES,
} from "@kompassen/domain/export";
import {
  METRICS,
  metricRuleText,
  RELEASE_TABLES,
  type ReleaseCell,
  type StatisticsRelease,
} from "@kompassen/domain/statistics";
import type { CellObject, Row } from "write-excel-file/node";

export interface WorkbookSheet {
  readonly name: string;
  readonly heads: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly Row[];
}

const KEY_WIDTH = 26;
const CELL_WIDTH = 15;

/** What the release is, one sheet a table, and what every number means. */
export function workbookSheets(release: StatisticsRelease): WorkbookSheet[] {
  const all = crossTables(release);
  const tables = RELEASE_TABLES.flatMap((table) => {
    const own = all.filter((cross) => cross.table === table);
    return own.length === 0 ? [] : [tableSheet(TABLE_NAMES[table].sv, own)];
  });
  return [aboutSheet(release), ...tables, definitionSheet(release)];
}

/** Tables below one another: what they have in common becomes columns, so that a filter finds it. */
function tableSheet(name: string, tables: readonly CrossTable[]): WorkbookSheet {
  const keyHeads = distinct(
    tables.flatMap(({ common, keyHeads }) => [...common.map(({ head }) => head), ...keyHeads]),
  );
  const columns = new Map(tables.flatMap((table) => table.columns.map(({ code, text }) => [code, text])));
  const codes = [...columns.keys()];
  const withNumbers = codes.filter((code) => tables.some((table) => hasNumber(table, code)));
  const rows = tables.flatMap((table) =>
    table.rows.map(({ keys, cells }): Row => {
      const texts = new Map([
        ...table.common.map(({ head, text }) => [head, text] as const),
        ...table.keyHeads.map((head, index) => [head, keys[index] ?? ""] as const),
      ]);
      const byCode = new Map(table.columns.map(({ code }, index) => [code, cells[index] ?? null]));
      return [
        ...keyHeads.map((head) => textCell(texts.get(head) ?? "")),
        ...codes.map((code) => valueCell(byCode.get(code) ?? null)),
        ...withNumbers.map((code) => numberCell(byCode.get(code) ?? null)),
      ];
    }),
  );
  const heads = [
    ...keyHeads,
    ...codes.map((code) => columns.get(code) ?? code),
    ...withNumbers.map((code) => `${columns.get(code) ?? code}, antal barn`),
  ];
  return { name, heads, widths: heads.map((_, i) => (i < keyHeads.length ? KEY_WIDTH : CELL_WIDTH)), rows };
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function hasNumber({ columns, rows }: CrossTable, code: string): boolean {
  const index = columns.findIndex((column) => column.code === code);
  return rows.some(({ cells }) => numberOf(cells[index] ?? null) !== undefined);
}

function numberOf(of: ReleaseCell | null): number | undefined {
  return of?.cell.status === "published" ? of.cell.n : undefined;
}

/** Written as text, so that nothing a person has named becomes a formula. */
function textCell(value: string): CellObject {
  return { value, type: String };
}

function valueCell(of: ReleaseCell | null): CellObject | null {
  if (of === null) return null;
  if (of.cell.status === "published") return { value: of.cell.value, type: Number, format: formatOf(of) };
  const cell = { ...textCell(cellText(of, "sv")), align: "right" } as const;
  if (of.cell.status !== "protected") return cell;
  return { ...cell, backgroundColor: "#FFFFFF", fillPatternStyle: "lightUp", fillPatternColor: "#B0B0B0" };
}

function formatOf({ table, metric }: ReleaseCell): string {
  if (table === "area_mean") return "0.0";
  return isPercent(metric) ? '0" %"' : "General";
}

function numberCell(of: ReleaseCell | null): CellObject | null {
  const value = numberOf(of);
  return value === undefined ? null : { value, type: Number };
}

function aboutSheet({ head }: StatisticsRelease): WorkbookSheet {
  const facts: [string, string | number][] = [
    ["Kommun", head.kommunName],
    ["Utgåva", head.id],
    ["Dag", head.releasedOn],
    ["Perioder", head.periods.map((period) => periodLabel(period, "sv")).join(", ")],
    ["Godkänd av", head.approvedBy],
    ["Granskning", "granskad utan röjanden"],
    ["Antal tal", head.cellCount],
    ["Tal som inte visas", head.hiddenCount],
    ["Visas inte", NOT_SHOWN.sv],
    ["Att tänka på", NOT_AN_EFFECT.sv],
    ["Regler", head.ruleSet],
    ["Programversion", head.codeVersion],
    ["Kontrollsumma", head.sha256],
  ];
  const rows = facts.map(
    ([name, value]): Row => [
      textCell(name),
      typeof value === "number" ? { value, type: Number, align: "left" } : { ...textCell(value), wrap: true },
    ],
  );
  return { name: "Om utgåvan", heads: ["Vad", "Uppgift"], widths: [22, 90], rows };
}

function definitionSheet({ cells }: StatisticsRelease): WorkbookSheet {
  const used = new Set(cells.map(({ metric }) => metric));
  const rows = [...METRICS]
    .filter(([key]) => used.has(key))
    .map(
      ([, metric]): Row =>
        [
          metric.name.sv,
          TABLE_NAMES[metric.table].sv,
          metric.definition.sv,
          metric.measure.sv,
          metric.counted.sv,
          metricRuleText(metric.rule, "sv"),
        ].map((text) => ({ ...textCell(text), wrap: true, alignVertical: "top" })),
    );
  const heads = ["Mått", "Tabell", "Definition", "Enhet", "Vilka som räknas", "Räknesätt"];
  return { name: "Förklaringar", heads, widths: [32, 26, 60, 18, 40, 60], rows };
}
