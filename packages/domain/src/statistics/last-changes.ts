import {
  type Comparable,
  type ComparableLabel,
  compareChild,
  type EquivalenceIndex,
  isComparable,
  NO_EQUIVALENCES,
  type RuleSet,
} from "../follow-up/index.ts";
import { compareText } from "../shared/index.ts";
import { type CountedChild, type CountedGroup, isWithin, kindOf, type RatedArea } from "./counted-child.ts";
import { type Lasar, spanOfLasar } from "./period.ts";

/** The four ways a change is told to a steering group, small and clear together. */
export const CHANGE_GROUPS = ["improved", "maintained", "unchanged", "declined"] as const;

export type ChangeGroup = (typeof CHANGE_GROUPS)[number];

const GROUPS: Readonly<Record<ComparableLabel, ChangeGroup>> = {
  clear_improvement: "improved",
  some_improvement: "improved",
  maintained: "maintained",
  unchanged: "unchanged",
  some_decline: "declined",
  clear_decline: "declined",
};

function changeGroup(label: ComparableLabel): ChangeGroup {
  return GROUPS[label];
}

export interface LastChange extends RatedArea, CountedGroup {
  readonly group: ChangeGroup;
}

/**
 * One change per area and kind of rater: between the last two comparable compasses, both registered in the
 * läsår. A child without such a pair is not counted. Compasses registered later play no part.
 */
export function lastChanges(
  { history, groupOn }: CountedChild,
  lasar: Lasar,
  rules: RuleSet,
  equivalences: EquivalenceIndex = NO_EQUIVALENCES,
): LastChange[] {
  const span = spanOfLasar(lasar);
  const assessments = history.assessments.filter(({ registeredOn }) => registeredOn <= span.to);
  const isInside = new Set(
    assessments
      .filter(({ registeredOn }) => isWithin(span, registeredOn))
      .map(({ compassId, rater }) => `${compassId} ${rater}`),
  );
  if (isInside.size < 2) return [];
  const last = new Map<string, { readonly comparison: Comparable; readonly change: LastChange }>();
  for (const { rater, area, comparisons } of compareChild({ ...history, assessments }, rules, equivalences)) {
    const pair = comparisons
      .filter(isComparable)
      .findLast(({ previous, current }) =>
        [previous, current].every(({ compassId }) => isInside.has(`${compassId} ${rater}`)),
      );
    if (pair === undefined) continue;
    const kind = kindOf(rater);
    const key = `${area} ${kind}`;
    const before = last.get(key);
    // Of two guardians the one who rated last; series come in the order of their keys, so ties are decided.
    if (
      before !== undefined &&
      compareText(before.comparison.current.assessedOn, pair.current.assessedOn) >= 0
    )
      continue;
    const change = { area, rater: kind, ...groupOn(pair.current.assessedOn), group: changeGroup(pair.label) };
    last.set(key, { comparison: pair, change });
  }
  return [...last.values()].map(({ change }) => change);
}
