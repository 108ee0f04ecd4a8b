import { addDays, daysBetween, type LocalDate } from "../shared/index.ts";
import type { RuleSet } from "./rule-set.ts";

export type FollowUpStatus = "planned" | "soon" | "overdue" | "missing_date" | "done";

export type FollowUpPlan = {
  /** A child who is followed now must have a next date. */
  readonly isActive: boolean;
  readonly plannedOn: LocalDate | null;
  /** When the planned follow-up was carried out. */
  readonly doneOn: LocalDate | null;
};

/** Null for a child who is no longer followed and has no date: nothing is expected. */
export function followUpStatus(plan: FollowUpPlan, today: LocalDate, rules: RuleSet): FollowUpStatus | null {
  if (plan.doneOn !== null) return "done";
  if (plan.plannedOn === null) return plan.isActive ? "missing_date" : null;
  const daysLeft = daysBetween(today, plan.plannedOn);
  if (daysLeft < 0) return "overdue";
  return daysLeft <= rules.followUpDate.soonWithinDays ? "soon" : "planned";
}

/** The guide gives no interval: a suggestion that a person may change. */
export function suggestFollowUpDate(from: LocalDate, rules: RuleSet): LocalDate {
  return addDays(from, rules.followUpDate.suggestedWeeks * 7);
}
