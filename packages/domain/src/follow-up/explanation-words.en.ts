import { dateText, type Fraction, meanText, plainNumberText } from "../shared/index.ts";
import { findBandNote } from "./band-notes.ts";
import type { CommonStatement, Comparable } from "./comparison.ts";
import { declineCause, type ExplanationWords, type StatementText } from "./explanation-words.ts";
import type { RuleSet } from "./rule-set.ts";

/** From the second on: a first follow-up is not yet in a row. */
const ORDINALS = ["Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"];

const mean = (value: Fraction) => meanText(value, "en");

export const ENGLISH: ExplanationWords = {
  noValue: "no value",
  lastValue: (value, date) => `The latest value is ${value} (${date}).`,
  onCommon: (count) => `on ${count} common statements`,
  inARow: (count) => `${ORDINALS[count - 2] ?? `Number ${count}`} follow-up in a row.`,

  concern: ({ concern, concernBasis, label }) => {
    if (concernBasis === "answered") return concern ? ", and thoughts remain" : ", and no thoughts remain";
    if (concern) return ", and thoughts are presumed to remain: needs your assessment";
    return label === "maintained" ? " at a level presumed to be good" : "";
  },

  bandNotes: (comparison, rules) => {
    const floor = mean(rules.statementMeans.floorAtMost);
    switch (findBandNote(comparison, rules)) {
      case "floor":
        return [`The level was already low (${floor} or lower), so a small drop counts as clear.`];
      case "too_few_for_clear":
        return [
          `With fewer than ${rules.statementMeans.clearNeedsCommon} common statements the change counts as small.`,
        ];
      case null:
        return [];
    }
  },

  flag: (flag, comparison, rules, statementText) => {
    switch (flag) {
      case "short_interval":
        return `Only ${days(comparison)} between the ratings.`;
      case "long_interval":
        return `${days(comparison)} between the ratings.`;
      case "late_registration":
        return `The rating was registered more than ${rules.lateRegistrationAboveDays} days after it was made.`;
      case "common_statements_only":
        return `Only statements answered both times are compared; all answers now give ${mean(comparison.score)}.`;
      case "statement_drop":
        return `Statements that have fallen far: ${comparison.droppedStatements
          .map((statement) => drop(statement, statementText))
          .join(", ")}.`;
      case "different_age_form":
        return `The age form is another: ${comparison.previous.ageForm} before, ${comparison.current.ageForm} now.`;
    }
  },

  because: (signal, comparison) => {
    switch (signal) {
      case "decline":
        return decline(comparison);
      case "stagnation":
        return `Raised because no clear change is seen and ${remains(comparison)}.`;
      case "concern_remains":
        return "Raised because you answered that thoughts remain, also when it goes the right way.";
      case "prolonged_stagnation":
        return `Raised in particular: no clear change the right way since ${since(comparison)} and ${remains(comparison)}.`;
    }
  },

  rule: (kind, rules) => `${name(rules)} ${kind === "single" ? singleBands(rules) : meanBands(rules)}`,
  ruleName: (rules) => name(rules),
};

function decline(comparison: Comparable): string {
  switch (declineCause(comparison)) {
    case "clear":
      return "Raised because it has gone clearly back.";
    case "thoughts_remain":
      return `Raised because it has gone back and ${remains(comparison)}.`;
    case "second_in_a_row":
      return "Raised because it has gone back twice in a row.";
  }
}

function remains({ concernBasis }: Comparable): string {
  return concernBasis === "answered" ? "thoughts remain" : "thoughts are presumed to remain";
}

function since({ withoutClearGainSince, previous }: Comparable): string {
  return dateText(withoutClearGainSince ?? previous.assessedOn, "en");
}

function days({ intervalDays }: Comparable): string {
  return intervalDays === 1 ? "1 day" : `${intervalDays} days`;
}

function drop({ currentKey, before, now }: CommonStatement, text: StatementText | undefined): string {
  return `${text?.(currentKey) ?? currentKey} (${before} → ${now})`;
}

function name({ id, version }: RuleSet): string {
  return `Rule: ${id}, version ${version}.`;
}

function meanBands({ statementMeans: bands, concernAtMost }: RuleSet): string {
  return (
    `A small change from ${mean(bands.small)}, a clear one from ${mean(bands.clear)} on at least ` +
    `${bands.clearNeedsCommon} common statements. ${presumption(concernAtMost)}`
  );
}

function singleBands({ singleRating, concernAtMost }: RuleSet): string {
  const step = (value: Fraction) => plainNumberText(value, "en");
  return `A small change from ${step(singleRating.small)} step, a clear one from ${step(singleRating.clear)} steps. ${presumption(concernAtMost)}`;
}

function presumption(concernAtMost: Fraction): string {
  return `Without an answer thoughts are presumed to remain below the target, or at ${mean(concernAtMost)} or lower without one.`;
}
