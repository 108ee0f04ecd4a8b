import { compareFractions, type Fraction, isAtLeast, isAtMost } from "../shared/index.ts";
import type { ConcernBasis } from "./comparison.ts";
import type { RuleSet } from "./rule-set.ts";
import type { Thoughts } from "./series-entry.ts";

/** Kvarstående tankar: whether thoughts about the child's wellbeing remain, and who says so. */
export type Concern = { readonly remains: boolean; readonly basis: ConcernBasis };

/** A person's answer prevails; until there is one it is presumed from the score and the target. */
export function deriveConcern(score: Fraction, thoughts: Thoughts, rules: RuleSet): Concern {
  if (thoughts.concern !== null) return { remains: thoughts.concern, basis: "answered" };
  const remains =
    thoughts.target === null
      ? isAtMost(score, rules.concernAtMost)
      : compareFractions(score, thoughts.target) < 0;
  return { remains, basis: "presumed" };
}

/** Whether a value that was kept is good enough to be called maintained. */
export function isKeptWell(score: Fraction, concern: Concern, thoughts: Thoughts, rules: RuleSet): boolean {
  if (concern.basis === "answered") return !concern.remains;
  return !concern.remains && isAtLeast(score, thoughts.target ?? rules.maintainedAtLeast);
}
