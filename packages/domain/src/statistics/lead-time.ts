import { compareText, daysBetween } from "../shared/index.ts";
import { isWithin } from "./counted-child.ts";
import type { LeadTime } from "./lead-time-metrics.ts";
import { type Lasar, type Span, spanOfLasar } from "./period.ts";
import { isSelected, type StepEvent, type StepSelection } from "./step-event.ts";

/** From one step to the next, where the next is due: a Beslut on own support does not wait for a Barnteam. */
const STRETCHES: Readonly<Record<LeadTime, { readonly from: StepSelection; readonly to: StepSelection }>> = {
  barnkontakt_svar: {
    from: { kind: "upptackarkort", detail: "aktivera_barnkontakt" },
    to: { kind: "barnkontakt_svar", detail: null },
  },
  barnsamtal: {
    from: { kind: "upptackarkort", detail: "aktivera_barnkontakt" },
    to: { kind: "barnsamtal", detail: null },
  },
  beslut: { from: { kind: "barnsamtal", detail: null }, to: { kind: "beslut", detail: null } },
  barnteam: { from: { kind: "beslut", detail: "barnteam" }, to: { kind: "barnteam", detail: null } },
  uppfoljningssamtal: {
    from: { kind: "barnteam", detail: null },
    to: { kind: "uppfoljningssamtal", detail: null },
  },
  individuellt_barnteam: {
    from: { kind: "beslut", detail: "individuellt_barnteam" },
    to: { kind: "individuellt_barnteam", detail: null },
  },
  barnets_plan: {
    from: { kind: "individuellt_barnteam", detail: null },
    to: { kind: "barnets_plan", detail: null },
  },
};

/** How long one child took, or has waited so far. */
export interface Wait {
  readonly days: number;
  readonly end: "reached" | "closed" | "waiting";
}

/** One wait per child whose first starting step was registered in the läsår. */
export function listWaits(events: readonly StepEvent[], lead: LeadTime, lasar: Lasar): Wait[] {
  const { from, to } = STRETCHES[lead];
  const span = spanOfLasar(lasar);
  const known = events.filter(({ registeredOn }) => registeredOn <= span.to);
  return [...Map.groupBy(known, ({ childId }) => childId).values()].flatMap(
    (ofChild) => waitOf(ofChild, from, to, span) ?? [],
  );
}

function waitOf(
  ofChild: readonly StepEvent[],
  from: StepSelection,
  to: StepSelection,
  span: Span,
): Wait | null {
  const inOrder = ofChild.toSorted((a, b) => compareText(a.occurredOn, b.occurredOn));
  const start = inOrder.find((event) => isSelected(from, event) && isWithin(span, event.registeredOn));
  if (start === undefined) return null;
  const after = inOrder.filter(({ occurredOn }) => occurredOn >= start.occurredOn);
  const reached = after.find((event) => isSelected(to, event));
  if (reached !== undefined)
    return { days: daysBetween(start.occurredOn, reached.occurredOn), end: "reached" };
  const closed = after.find(({ kind }) => kind === "behov_uppfyllt" || kind === "avslutat_annat");
  if (closed !== undefined) return { days: daysBetween(start.occurredOn, closed.occurredOn), end: "closed" };
  return { days: daysBetween(start.occurredOn, span.to), end: "waiting" };
}

/**
 * Days until the share has reached the next step; null when so many never did. Those who wait or were closed
 * count for as long as is known of them (Kaplan and Meier 1958), instead of being dropped.
 * @param share above 0, at most 1
 */
export function daysUntil(waits: readonly Wait[], share: number): number | null {
  const byDays = waits.toSorted((a, b) => a.days - b.days);
  let remaining = 1;
  for (const days of new Set(byDays.map((wait) => wait.days))) {
    const atRisk = byDays.filter((wait) => wait.days >= days).length;
    const reached = byDays.filter((wait) => wait.days === days && wait.end === "reached").length;
    remaining *= 1 - reached / atRisk;
    // What floating point leaves of a quotient is not a child.
    if (1 - remaining >= share - 1e-9) return days;
  }
  return null;
}
