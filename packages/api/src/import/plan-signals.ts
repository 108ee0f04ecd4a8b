import type { Area } from "@kompassen/domain/behovskompass";
import {
  type RaisedBy,
  type RaisedSignal,
  type RuleSet,
  raiseSignals,
  type Series,
} from "@kompassen/domain/follow-up";
import type { LocalDate } from "@kompassen/domain/shared";
import type { StoredSignal } from "./stored-children.ts";

/** What becomes of one child's signals when compasses have come in. */
export interface SignalPlan {
  readonly raised: RaisedSignal[];
  readonly raisedAgain: KnownSignal[];
  readonly changed: KnownSignal[];
  /** Ids of signals that no longer hold. */
  readonly superseded: string[];
}

/** A stored signal with the raters it now has. */
interface KnownSignal {
  readonly id: string;
  readonly raisedBy: readonly RaisedBy[];
}

/**
 * What the latest round of each area raises is raised now; what earlier rounds would have raised is history.
 * Signals that are there keep to the compasses as they now are, and what a person has decided stands.
 */
export function planSignals(
  series: readonly Series[],
  stored: readonly StoredSignal[],
  rules: Pick<RuleSet, "id" | "version">,
): SignalPlan {
  const latest = latestRounds(series);
  const rounds = new Set([...latest.values(), ...stored.map(({ compassId }) => compassId)]);
  const holds = new Map(
    [...rounds]
      .flatMap((compassId) => raiseSignals(series, compassId, rules))
      .map((signal) => [keyOf(signal), signal] as const),
  );
  const plan: SignalPlan = { raised: [], raisedAgain: [], changed: [], superseded: [] };
  for (const signal of stored) {
    if (signal.state === "decided") continue;
    const now = holds.get(keyOf(signal));
    if (now === undefined) {
      if (signal.state !== "superseded") plan.superseded.push(signal.id);
    } else if (signal.state === "superseded") {
      if (latest.get(signal.area) === signal.compassId) {
        plan.raisedAgain.push({ id: signal.id, raisedBy: now.raisedBy });
      }
    } else if (!isSame(signal.raised, now.raisedBy)) {
      plan.changed.push({ id: signal.id, raisedBy: now.raisedBy });
    }
  }
  const known = new Set(stored.map(keyOf));
  for (const [area, compassId] of latest) {
    const signal = holds.get(keyOf({ area, compassId }));
    if (signal !== undefined && !known.has(keyOf(signal))) plan.raised.push(signal);
  }
  return plan;
}

/** The round of the last compass that lists the area, whoever rated it. */
function latestRounds(series: readonly Series[]): Map<Area, string> {
  const latest = new Map<Area, { readonly compassId: string; readonly assessedOn: LocalDate }>();
  for (const { area, entries } of series) {
    for (const { compassId, assessedOn } of entries) {
      const known = latest.get(area);
      if (known === undefined || assessedOn > known.assessedOn) latest.set(area, { compassId, assessedOn });
    }
  }
  return new Map([...latest].map(([area, { compassId }]) => [area, compassId]));
}

function keyOf({ compassId, area }: { readonly compassId: string; readonly area: Area }): string {
  return `${compassId} ${area}`;
}

function isSame(a: readonly RaisedBy[], b: readonly RaisedBy[]): boolean {
  const text = (raised: readonly RaisedBy[]) =>
    raised.map(({ rater, signals }) => `${rater}=${signals}`).join(";");
  return text(a) === text(b);
}
