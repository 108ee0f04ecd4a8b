import type { Comparison, SeriesKey } from "../follow-up/index.ts";
import { isComparable } from "../follow-up/index.ts";
import { type Fraction, toDecimalText } from "../shared/index.ts";

/** One comparison as `compare` prints it, in the order of COMPARISON_COLUMNS. */
export type ComparisonRow = {
  readonly child_id: string;
  readonly rater: string;
  readonly area: string;
  readonly compass_id: string;
  readonly previous_compass_id: string;
  readonly label: string;
  readonly reason: string;
  /** Four decimals, rounded half away from zero; "" without one. */
  readonly delta: string;
  readonly score: string;
  readonly common_statements: string;
  readonly concern: string;
  readonly concern_basis: string;
  readonly flags: string;
  readonly signals: string;
};

export function toComparisonRow(childId: string, series: SeriesKey, comparison: Comparison): ComparisonRow {
  const place = {
    child_id: childId,
    rater: series.rater,
    area: series.area,
    compass_id: comparison.current.compassId,
    previous_compass_id: comparison.previous?.compassId ?? "",
    label: comparison.label,
    score: decimalCell(comparison.score),
    common_statements: comparison.commonStatements === null ? "" : String(comparison.commonStatements),
  };
  if (!isComparable(comparison)) {
    const nothing = { delta: "", concern: "", concern_basis: "", flags: "", signals: "" };
    return { ...place, ...nothing, reason: comparison.reason };
  }
  return {
    ...place,
    reason: "",
    delta: decimalCell(comparison.delta),
    concern: comparison.concern ? "yes" : "no",
    concern_basis: comparison.concernBasis,
    flags: comparison.flags.join(";"),
    signals: comparison.signals.join(";"),
  };
}

function decimalCell(value: Fraction | null): string {
  return value === null ? "" : toDecimalText(value);
}
