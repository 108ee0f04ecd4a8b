import { daysBetween } from "../shared/index.ts";
import { FLAGS, type Flag } from "./comparison.ts";
import type { RuleSet } from "./rule-set.ts";
import type { SeriesEntry } from "./series-entry.ts";

/** What to bear in mind when reading a comparison, in the fixed order. */
export function deriveFlags(
  previous: SeriesEntry,
  current: SeriesEntry,
  found: { readonly intervalDays: number; readonly isPartial: boolean; readonly hasDropped: boolean },
  rules: RuleSet,
): Flag[] {
  const daysToRegistration = daysBetween(current.assessedOn, current.registeredOn);
  const holds: Record<Flag, boolean> = {
    short_interval: found.intervalDays < rules.shortIntervalBelowDays,
    long_interval: found.intervalDays > rules.longIntervalAboveDays,
    late_registration: daysToRegistration > rules.lateRegistrationAboveDays,
    common_statements_only: found.isPartial,
    statement_drop: found.hasDropped,
    different_age_form: hasDifferentAgeForm(previous, current),
  };
  return FLAGS.filter((flag) => holds[flag]);
}

/** Countable towards a prolonged stagnation: comparable, its interval neither short nor long. */
export function isCountable(flags: readonly Flag[]): boolean {
  return !flags.includes("short_interval") && !flags.includes("long_interval");
}

/** A form that was not noted is not known to be another form. */
function hasDifferentAgeForm(previous: SeriesEntry, current: SeriesEntry): boolean {
  const areKnown = previous.ageForm !== null && current.ageForm !== null;
  return areKnown && previous.ageForm !== current.ageForm;
}
