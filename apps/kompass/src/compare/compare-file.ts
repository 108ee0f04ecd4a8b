import {
  compareChild,
  type EquivalenceIndex,
  explainComparison,
  explanationText,
  type RuleSet,
} from "@kompassen/domain/follow-up";
import {
  COMPARISON_COLUMNS,
  type ComparisonRow,
  type History,
  toComparisonRow,
} from "@kompassen/domain/history";
import { stringify } from "csv-stringify/sync";
import { type TableLine, toTable, toTableLine } from "./table.ts";

export const FORMATS = ["table", "csv", "json"] as const;

export type Format = (typeof FORMATS)[number];

/** Every comparison of a file as text, in pieces, sorted by child, rater, area and assessment date. */
export function compareFile(
  history: History,
  format: Format,
  rules: RuleSet,
  equivalences: EquivalenceIndex,
): Iterable<string> {
  switch (format) {
    case "csv":
      return toCsv(history, rules, equivalences);
    case "json":
      return toJson(history, rules, equivalences);
    case "table":
      return toTable(listLines(history, rules, equivalences));
  }
}

function* toCsv(history: History, rules: RuleSet, equivalences: EquivalenceIndex): Generator<string> {
  yield `${COMPARISON_COLUMNS.join(",")}\n`;
  for (const child of history.children) {
    const rows = compareChild(child, rules, equivalences).flatMap((series) =>
      series.comparisons.map((comparison) => toComparisonRow(child.childId, series, comparison)),
    );
    if (rows.length > 0) yield stringify(rows.map((row) => COMPARISON_COLUMNS.map((column) => row[column])));
  }
}

/** As the csv, with lists as lists, nothing as null, and the explanation in words. */
function* toJson(history: History, rules: RuleSet, equivalences: EquivalenceIndex): Generator<string> {
  let separator = "[";
  for (const child of history.children) {
    for (const series of compareChild(child, rules, equivalences)) {
      for (const comparison of series.comparisons) {
        const explanation = explanationText(explainComparison(series, comparison, { rules, language: "sv" }));
        const row = toComparisonRow(child.childId, series, comparison);
        const ruleSet = { id: rules.id, version: rules.version };
        yield `${separator}\n${JSON.stringify({ ...toJsonRow(row), explanation, rule_set: ruleSet })}`;
        separator = ",";
      }
    }
  }
  yield separator === "[" ? "[]\n" : "\n]\n";
}

function toJsonRow({ flags, signals, common_statements, ...row }: ComparisonRow) {
  const filled = Object.entries(row).map(([column, cell]) => [column, cell === "" ? null : cell]);
  return {
    ...Object.fromEntries(filled),
    common_statements: common_statements === "" ? null : Number(common_statements),
    flags: listOf(flags),
    signals: listOf(signals),
  };
}

function listOf(cell: string): string[] {
  return cell === "" ? [] : cell.split(";");
}

function listLines(history: History, rules: RuleSet, equivalences: EquivalenceIndex): TableLine[] {
  return history.children.flatMap((child) =>
    compareChild(child, rules, equivalences).flatMap((series) =>
      series.comparisons.map((comparison) => toTableLine(child.childId, series, comparison)),
    ),
  );
}
