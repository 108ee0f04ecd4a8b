import type { NotedDeed } from "./deed.ts";
import type { Stored } from "./read-stored.ts";

export interface Judged {
  readonly acknowledged: number;
  /** Acknowledged, and not there. */
  readonly lost: number;
  /** Rows in a form that no deed leaves: half of one, or one that nobody wrote. */
  readonly torn: number;
  /** Deeds without their row in the log, or rows of the log without a deed. */
  readonly logFaults: number;
  /** The last of each writer that nobody was told of. */
  readonly unanswered: readonly NotedDeed[];
  /** Of those, how many had been done all the same. */
  readonly doneUntold: number;
}

/** Holds what is stored of a cycle to what its writers were told. */
export function judgeCycle(deeds: readonly NotedDeed[], { states, logged }: Stored): Judged {
  const ofRow = Map.groupBy(deeds, ({ id }) => id);
  let [lost, torn] = [0, 0];
  const done = new Set<NotedDeed>();
  for (const [id, row] of ofRow) {
    const at = lastWith(row, states.get(id));
    if (at === null) torn += 1;
    for (const deed of row.slice(0, (at ?? -1) + 1)) done.add(deed);
    lost += row.filter((deed) => deed.isAcknowledged && !done.has(deed)).length;
  }
  torn += [...states.keys()].filter((id) => !ofRow.has(id)).length;
  const unanswered = deeds.filter(({ isAcknowledged }) => !isAcknowledged);
  return {
    acknowledged: deeds.length - unanswered.length,
    lost,
    torn,
    logFaults: countLogFaults([...done], logged),
    unanswered,
    doneUntold: unanswered.filter((deed) => done.has(deed)).length,
  };
}

/** Place of the deed that left the row as it is; -1 for a row that is not there, null when none did. */
function lastWith(row: readonly NotedDeed[], state: string | undefined): number | null {
  if (state === undefined) return -1;
  const at = row.findLastIndex(({ leaves }) => leaves === state);
  return at < 0 ? null : at;
}

/** One row of the log for each deed that was done, no more and no less. */
function countLogFaults(done: readonly NotedDeed[], logged: Stored["logged"]): number {
  const expected = Map.groupBy(done, ({ childId, call }) => `${childId} ${call.verb}`);
  const keys = new Set([...expected.keys(), ...logged.keys()]);
  let faults = 0;
  for (const key of keys) faults += Math.abs((expected.get(key)?.length ?? NONE) - (logged.get(key) ?? NONE));
  return faults;
}

const NONE = 0;
