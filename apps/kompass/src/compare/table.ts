import { areaName } from "@kompassen/domain/behovskompass";
import {
  type Comparison,
  flagText,
  isComparable,
  labelText,
  reasonText,
  type SeriesKey,
  signalText,
} from "@kompassen/domain/follow-up";
import { type Fraction, meanText, plainNumberText } from "@kompassen/domain/shared";

const HEADINGS = {
  child: "Barn",
  rater: "Skattare",
  area: "Område",
  from: "Från",
  to: "Till",
  change: "Förändring",
  score: "Nu",
  label: "Utfall",
  raised: "Lyfts",
  notes: "Att tänka på",
} as const;

export type TableLine = Readonly<Record<keyof typeof HEADINGS, string>>;

const COLUMNS = Object.keys(HEADINGS) as (keyof typeof HEADINGS)[];

export function toTableLine(childId: string, { rater, area }: SeriesKey, comparison: Comparison): TableLine {
  const place = {
    child: childId,
    rater,
    area: areaName(area, "sv"),
    from: comparison.previous?.assessedOn ?? "",
    to: comparison.current.assessedOn,
    score: comparison.score === null ? "–" : plainNumberText(comparison.score, "sv"),
    label: labelText(comparison.label, "sv"),
  };
  if (!isComparable(comparison)) {
    return { ...place, change: "–", raised: "", notes: reasonText(comparison.reason, "sv") };
  }
  const presumed =
    comparison.concern && comparison.concernBasis === "presumed" ? ["Behöver er bedömning"] : [];
  return {
    ...place,
    change: signed(comparison.delta),
    raised: comparison.signals.map((signal) => signalText(signal, "sv")).join("; "),
    notes: [...presumed, ...comparison.flags.map((flag) => flagText(flag, "sv"))].join("; "),
  };
}

/** Columns as wide as their widest cell, for a terminal. */
export function* toTable(lines: readonly TableLine[]): Generator<string> {
  const widths = COLUMNS.map((column) =>
    lines.reduce((width, line) => Math.max(width, line[column].length), HEADINGS[column].length),
  );
  const print = (line: TableLine) =>
    `${COLUMNS.map((column, index) => line[column].padEnd(widths[index] ?? 0))
      .join("  ")
      .trimEnd()}\n`;
  yield print(HEADINGS);
  yield `${widths.map((width) => "-".repeat(width)).join("  ")}\n`;
  for (const line of lines) yield print(line);
}

function signed(delta: Fraction): string {
  const text = meanText(delta, "sv");
  return delta.numerator > 0 ? `+${text}` : text;
}
