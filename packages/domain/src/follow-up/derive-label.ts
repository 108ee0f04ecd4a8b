import { compareFractions, fraction } from "../shared/index.ts";
import type { Change } from "./compare-pair.ts";
import type { ComparableLabel } from "./comparison.ts";

/** Every change gets exactly one label. */
export function deriveLabel(
  change: Pick<Change, "delta" | "size">,
  kept: { readonly isKeptWell: boolean; readonly hasDroppedStatement: boolean },
): ComparableLabel {
  if (change.size === "none") {
    // A mean must not hide a statement that fell far.
    return kept.isKeptWell && !kept.hasDroppedStatement ? "maintained" : "unchanged";
  }
  const isImprovement = compareFractions(change.delta, fraction(0)) > 0;
  if (change.size === "small") return isImprovement ? "some_improvement" : "some_decline";
  return isImprovement ? "clear_improvement" : "clear_decline";
}
