import type { Machine } from "../measure/machine.ts";
import { type Goal, type Result, verdictOf } from "./result.ts";

const HEADINGS = ["jobb", "vad", "median", "min–max", "mål", "", "anm"] as const;

/** The table: one line a figure, with what became of its goal. */
export function toReport(results: readonly Result[], machine: Machine, server: string): string {
  const lines = results.map((result) => [
    result.job,
    result.what,
    figure(result.value.median, result.unit),
    result.value.min === result.value.max ? "" : `${plain(result.value.min)}–${plain(result.value.max)}`,
    goalText(result.goal),
    verdictOf(result),
    result.note ?? "",
  ]);
  const rows = [[...HEADINGS], ...lines];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const table = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const about = [
    `${machine.processor}, ${machine.cores} kärnor, ${machine.memoryGigabytes} GB, last ${machine.load.toFixed(1)}`,
    `Node ${machine.node}, ${server}, ${machine.commit}, ${machine.at}`,
  ];
  return `${[...about, "", ...table].join("\n")}\n`;
}

function figure(value: number, unit: Result["unit"]): string {
  if (unit === "ja") return value === 1 ? "ja" : "nej";
  return unit === "exponent" ? plain(value) : `${plain(value)} ${unit}`;
}

function plain(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function goalText(goal: Goal | undefined): string {
  if (goal === undefined) return "";
  return "atMost" in goal ? `≤ ${plain(goal.atMost)}` : `≥ ${plain(goal.atLeast)}`;
}
