import { randomUUID } from "node:crypto";
import type { AnswerLayout, Area } from "@kompassen/domain/behovskompass";
import {
  compareChild,
  DEFAULT_RULES,
  type RaisedBy,
  type RaisedSignal,
  raiseSignals,
  type Series,
} from "@kompassen/domain/follow-up";
import type { ActorContext } from "../context/index.ts";
import { loadHistory } from "../history/index.ts";
import { recordSteps } from "../stodprocess/index.ts";
import type { StoredSignal } from "./stays-as-raised.ts";

const RULE_SET = `${DEFAULT_RULES.id}-${DEFAULT_RULES.version}`;

/**
 * Brings what is raised in line with the compasses as they now are: new signals for the round that changed and
 * those after it, the raters inside updated, and what no longer holds superseded. What a person decided stands.
 * @param layouts when the caller has them
 */
export async function refreshSignals(
  ctx: ActorContext,
  childId: string,
  changedCompassId: string,
  layouts?: ReadonlyMap<number, AnswerLayout>,
): Promise<void> {
  const { tx } = ctx;
  const { sql } = tx;
  const [, history, stored] = await Promise.all([
    // Computed from the whole, also while the caller has another form open for the child. Sent before the reading.
    sql`select set_config('kompass.handing_in', ${childId}, true)`.execute(),
    loadHistory(tx, childId, layouts),
    sql<StoredSignal[]>`
      select id, compass_id, area, state, raised from signal
       where kommun_code = kompass.kommun() and child_id = ${childId}`,
  ]);
  const series = compareChild(history, DEFAULT_RULES, history.equivalences);
  const startOf = firstDays(history.assessments);
  const raised = groupRaised(series, startOf.keys());
  const changedOn = startOf.get(changedCompassId);

  for (const signal of stored) {
    const now = raised.get(keyOf(signal.compass_id, signal.area));
    if (signal.state === "decided") continue;
    if (now === undefined) await supersede(ctx, signal);
    else if (signal.state === "superseded") await raiseAgain(ctx, signal, now.raisedBy);
    else if (!isSame(signal.raised, now.raisedBy)) await changeRaters(ctx, signal, now.raisedBy);
  }
  const known = new Set(stored.map(({ compass_id, area }) => keyOf(compass_id, area)));
  const added: string[] = [];
  for (const [key, { compassId, area, raisedBy }] of raised) {
    const startsOn = startOf.get(compassId);
    const isAffected = changedOn !== undefined && startsOn !== undefined && startsOn >= changedOn;
    if (known.has(key) || !isAffected) continue;
    const id = randomUUID();
    added.push(id);
    await sql`
      insert into signal (kommun_code, id, child_id, compass_id, area, raised, rule_set)
      values (kompass.kommun(), ${id}, ${childId}, ${compassId}, ${area},
              ${JSON.stringify(raisedBy)}::jsonb, ${RULE_SET})`;
  }
  const { today } = ctx;
  const step = { childId, kind: "signal_raised", registeredOn: today, occurredOn: today } as const;
  await Promise.all([
    recordSteps(tx, step, added),
    sql`select set_config('kompass.handing_in', '', true)`.execute(),
  ]);
}

function groupRaised(series: readonly Series[], compassIds: Iterable<string>): Map<string, RaisedSignal> {
  const raised = [...compassIds].flatMap((compassId) => raiseSignals(series, compassId, DEFAULT_RULES));
  return new Map(raised.map((signal) => [keyOf(signal.compassId, signal.area), signal]));
}

function firstDays(assessments: readonly { compassId: string; assessedOn: string }[]): Map<string, string> {
  const days = new Map<string, string>();
  for (const { compassId, assessedOn } of assessments) {
    const known = days.get(compassId);
    if (known === undefined || assessedOn < known) days.set(compassId, assessedOn);
  }
  return days;
}

async function supersede({ tx }: ActorContext, { id, state }: StoredSignal): Promise<void> {
  if (state === "superseded") return;
  await tx.sql`
    update signal set state = 'superseded', superseded_at = now(), version = version + 1
     where kommun_code = kompass.kommun() and id = ${id}`;
}

async function raiseAgain(
  { tx }: ActorContext,
  { id }: StoredSignal,
  raisedBy: readonly RaisedBy[],
): Promise<void> {
  await tx.sql`
    update signal set state = 'new', superseded_at = null, seen_at = null, seen_by = null, meeting_id = null,
           raised = ${JSON.stringify(raisedBy)}::jsonb, raised_at = now(), version = version + 1
     where kommun_code = kompass.kommun() and id = ${id}`;
}

async function changeRaters(
  { tx }: ActorContext,
  { id }: StoredSignal,
  raisedBy: readonly RaisedBy[],
): Promise<void> {
  await tx.sql`
    update signal set raised = ${JSON.stringify(raisedBy)}::jsonb, version = version + 1
     where kommun_code = kompass.kommun() and id = ${id}`;
}

const keyOf = (compassId: string, area: Area) => `${compassId} ${area}`;

function isSame(a: readonly RaisedBy[], b: readonly RaisedBy[]): boolean {
  const text = (raised: readonly RaisedBy[]) =>
    raised.map(({ rater, signals }) => `${rater}=${signals}`).join(";");
  return text(a) === text(b);
}
