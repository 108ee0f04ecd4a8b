import { isRaterKey, type RaterKey } from "@kompassen/domain/behovskompass";
import { type Series, summarizeChild } from "@kompassen/domain/follow-up";
import type { LocalDate } from "@kompassen/domain/shared";

/** One rater's compass in one round. */
type CompassRef = { readonly compassId: string; readonly assessedOn: LocalDate };

/** What the address asks for; anything it does not know is left out. */
export type CompassQuery = {
  readonly rater: string | null;
  readonly current: string | null;
  readonly previous: string | null;
};

export type CompassChoice = {
  readonly rater: RaterKey;
  readonly raters: readonly RaterKey[];
  /** The rater's compasses, the oldest first. */
  readonly compasses: readonly CompassRef[];
  readonly current: CompassRef;
  /** Null for the rater's first compass. */
  readonly previous: CompassRef | null;
  /** Two compasses that somebody has picked, not a follow-up against the one before it. */
  readonly isChosen: boolean;
  /** The rater's latest against the one before: how things stand now. */
  readonly isLatest: boolean;
};

/**
 * Which rater and which two compasses the page shows. Without a choice: whoever speaks for the child, the latest
 * compass and the one before.
 * @param series every series of one child, sorted by rater and area
 * @returns null when nobody has rated the child
 */
export function chooseCompasses(series: readonly Series[], query: CompassQuery): CompassChoice | null {
  const raters = [...new Set(series.map(({ rater }) => rater))];
  const asked = raters.find((rater) => rater === query.rater);
  const rater = asked ?? summarizeChild(series)?.rater ?? raters[0];
  if (rater === undefined) return null;
  const compasses = listCompasses(series, rater);
  const current = compasses.find(({ compassId }) => compassId === query.current) ?? compasses.at(-1);
  if (current === undefined) return null;
  const before = compasses[compasses.indexOf(current) - 1] ?? null;
  const picked = compasses.find(({ compassId }) => compassId === query.previous);
  const isChosen = picked !== undefined && picked !== before && picked !== current;
  if (!isChosen) {
    const isLatest = current === compasses.at(-1);
    return { rater, raters, compasses, current, previous: before, isChosen, isLatest };
  }
  const [previous, later] = picked.assessedOn < current.assessedOn ? [picked, current] : [current, picked];
  return { rater, raters, compasses, current: later, previous, isChosen, isLatest: false };
}

/** The query of a choice: the rater's name for the address is its key, the rounds are opaque ids. */
export function compassSearch(choice: { rater: RaterKey; current?: string; previous?: string }): string {
  const search = new URLSearchParams({ skattare: choice.rater });
  if (choice.current !== undefined) search.set("nu", choice.current);
  if (choice.previous !== undefined) search.set("fore", choice.previous);
  return `?${search}`;
}

export function readCompassQuery(search: URLSearchParams): CompassQuery {
  const rater = search.get("skattare");
  return {
    rater: rater !== null && isRaterKey(rater) ? rater : null,
    current: search.get("nu"),
    previous: search.get("fore"),
  };
}

function listCompasses(series: readonly Series[], rater: RaterKey): CompassRef[] {
  const byId = new Map<string, CompassRef>();
  for (const { entries } of series.filter((one) => one.rater === rater)) {
    for (const { compassId, assessedOn } of entries) byId.set(compassId, { compassId, assessedOn });
  }
  return [...byId.values()].toSorted((a, b) => (a.assessedOn < b.assessedOn ? -1 : 1));
}
