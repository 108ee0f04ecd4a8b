import { compareChild, type EquivalenceIndex, type RuleSet } from "../follow-up/index.ts";
import { type ComparisonRow, toComparisonRow } from "./comparison-row.ts";
import type { History } from "./history.ts";

/** Every comparison of a file, sorted by child, rater, area and assessment date. */
export function compareHistory(
  history: History,
  rules: RuleSet,
  equivalences: EquivalenceIndex,
): ComparisonRow[] {
  return history.children.flatMap((child) =>
    compareChild(child, rules, equivalences).flatMap((series) =>
      series.comparisons.map((comparison) => toComparisonRow(child.childId, series, comparison)),
    ),
  );
}
