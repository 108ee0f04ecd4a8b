import { type Change, isRise } from "./compare-pair.ts";
import type { ComparableLabel } from "./comparison.ts";

/** Every change gets exactly one label. */
export function deriveLabel(
  change: Pick<Change, "delta" | "size">,
  kept: { readonly isKeptWell: boolean; readonly hasDroppedStatement: boolean },
): ComparableLabel {
  switch (change.size) {
    case "none":
      // A mean must not hide a statement that fell far.
      return kept.isKeptWell && !kept.hasDroppedStatement ? "maintained" : "unchanged";
    case "small":
      return isRise(change) ? "some_improvement" : "some_decline";
    case "clear":
      return isRise(change) ? "clear_improvement" : "clear_decline";
  }
}
