import type { AnswerLayout } from "@kompassen/domain/behovskompass";
import {
  compareChild,
  DEFAULT_RULES,
  type EquivalenceIndex,
  type RaisedSignal,
} from "@kompassen/domain/follow-up";
import { changedChildren } from "./changed-children.ts";
import { planSignals, type SignalPlan } from "./plan-signals.ts";
import type { PlannedRows } from "./planned-rows.ts";
import type { StoredChild, StoredRounds } from "./stored-children.ts";

/** What becomes of the signals of all children that something new came in for. */
export interface ChangedSignals extends Omit<SignalPlan, "raised"> {
  readonly raised: (RaisedSignal & { readonly childId: string })[];
}

const CHILDREN_A_TURN = 20;

/** Compares every child that has something new; others get their turn now and then. */
export async function compareChanged(
  rows: PlannedRows,
  stored: StoredRounds,
  known: {
    readonly children: readonly StoredChild[];
    readonly layouts: ReadonlyMap<number, AnswerLayout>;
    readonly equivalences: EquivalenceIndex;
  },
  onProgress: (children: number) => void,
): Promise<ChangedSignals> {
  const closed = new Set(known.children.filter(({ isClosed }) => isClosed).map(({ id }) => id));
  const signals = Map.groupBy(stored.signals, ({ childId }) => childId);
  const all: ChangedSignals = { raised: [], raisedAgain: [], changed: [], superseded: [] };
  let done = 0;
  for (const { childId, history } of changedChildren(rows, stored, known.layouts)) {
    done += 1;
    if (done % CHILDREN_A_TURN === 0) {
      onProgress(done);
      await new Promise(setImmediate);
    }
    if (closed.has(childId)) continue;
    const series = compareChild(history, DEFAULT_RULES, known.equivalences);
    const plan = planSignals(series, signals.get(childId) ?? [], DEFAULT_RULES);
    all.raised.push(...plan.raised.map((signal) => ({ childId, ...signal })));
    all.raisedAgain.push(...plan.raisedAgain);
    all.changed.push(...plan.changed);
    all.superseded.push(...plan.superseded);
  }
  return all;
}
