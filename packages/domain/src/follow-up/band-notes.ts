import { absoluteFraction, isAtLeast } from "../shared/index.ts";
import type { Comparable } from "./comparison.ts";
import type { RuleSet } from "./rule-set.ts";

/** What made a band another than the difference alone would give. */
export type BandNote = "floor" | "too_few_for_clear";

export function findBandNote(comparison: Comparable, { statementMeans }: RuleSet): BandNote | null {
  if (comparison.kind === "single") return null;
  const isWide = isAtLeast(absoluteFraction(comparison.delta), statementMeans.clear);
  const isClearByItself = isWide && comparison.commonStatements >= statementMeans.clearNeedsCommon;
  if (comparison.label === "clear_decline" && !isClearByItself) return "floor";
  return isWide && !isClearByItself ? "too_few_for_clear" : null;
}
