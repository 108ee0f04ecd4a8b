import type { BarnteamAgeGroup } from "../people/index.ts";
import { compareText } from "../shared/index.ts";
import { type Quarter, quarterOf, yearOf } from "./period.ts";
import { type CountedStep, STEP_DETAILS, type StepEvent } from "./step-event.ts";

/** Distinct children of one unit, age group and quarter, and of one detail where the step is told apart by it. */
export interface ChildCount {
  readonly unit: string;
  readonly ageGroup: BarnteamAgeGroup;
  readonly quarter: Quarter;
  readonly detail: string | null;
  readonly children: number;
}

/**
 * Counts each child once a calendar year, in the quarter in which its first such step that year was
 * registered, with the unit, age group and detail of that step. So a year is the sum of its quarters, and the
 * children of a number are as many as the number.
 */
export function countChildren(events: Iterable<StepEvent>, step: CountedStep): ChildCount[] {
  const firsts = new Map<string, StepEvent>();
  for (const event of events) {
    if (event.kind !== step) continue;
    const key = `${yearOf(event.registeredOn)} ${event.childId}`;
    const earlier = firsts.get(key);
    if (earlier === undefined || compareEvents(event, earlier) < 0) firsts.set(key, event);
  }
  const counts = new Map<string, ChildCount>();
  const isSplit = STEP_DETAILS[step] !== undefined;
  for (const { unit, ageGroup, registeredOn, ...first } of firsts.values()) {
    const quarter = quarterOf(registeredOn);
    const detail = isSplit ? first.detail : null;
    const key = JSON.stringify([quarter, unit, ageGroup, detail]);
    const before = counts.get(key);
    counts.set(key, {
      unit,
      ageGroup,
      quarter,
      detail,
      children: before === undefined ? 1 : before.children + 1,
    });
  }
  return [...counts].toSorted(([a], [b]) => compareText(a, b)).map(([, count]) => count);
}

/** Events of one day stand in an order of their own, so that the order of the rows decides nothing. */
function compareEvents(a: StepEvent, b: StepEvent): number {
  return (
    compareText(a.registeredOn, b.registeredOn) ||
    compareText(a.occurredOn, b.occurredOn) ||
    compareText(a.unit, b.unit) ||
    compareText(a.ageGroup, b.ageGroup) ||
    compareText(a.detail ?? "", b.detail ?? "")
  );
}
