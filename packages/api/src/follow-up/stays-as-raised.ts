import type { Area, RaterKey } from "@kompassen/domain/behovskompass";
import { isComparable, type RaisedBy, type Series } from "@kompassen/domain/follow-up";
import type { LocalDate } from "@kompassen/domain/shared";

/** A signal as it lies in the database. */
export interface StoredSignal {
  readonly id: string;
  readonly compass_id: string;
  readonly area: Area;
  readonly state: "new" | "seen" | "on_agenda" | "decided" | "superseded";
  readonly raised: readonly RaisedBy[];
}

/**
 * Whether a rating that has come in leaves all that is raised as it is. Only its own rater's comparisons can have
 * changed, and only from its day on, so that nobody else's compasses need to be read to tell.
 * @param series of that rater, the new rating among them
 * @param changed the rater, and the day of the rating that came in
 */
export function staysAsRaised(
  series: readonly Series[],
  stored: readonly StoredSignal[],
  changed: { readonly rater: RaterKey; readonly assessedOn: LocalDate },
): boolean {
  const known = new Map(stored.map((signal) => [keyOf(signal.compass_id, signal.area), signal]));
  const now = new Map<string, string>();
  for (const { area, comparisons } of series) {
    for (const comparison of comparisons) {
      if (!isComparable(comparison) || comparison.signals.length === 0) continue;
      const { compassId, assessedOn } = comparison.current;
      const key = keyOf(compassId, area);
      now.set(key, comparison.signals.join());
      if (assessedOn >= changed.assessedOn && !known.has(key)) return false;
    }
  }
  return [...known].every(([key, { state, raised }]) => {
    if (state === "decided") return true;
    const before = state === "superseded" ? undefined : raised.find(({ rater }) => rater === changed.rater);
    return before?.signals.join() === now.get(key);
  });
}

const keyOf = (compassId: string, area: Area) => `${compassId} ${area}`;
