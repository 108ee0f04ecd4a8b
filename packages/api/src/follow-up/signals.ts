import type { Area } from "@kompassen/domain/behovskompass";
import {
  type Decision,
  decideSignal as decide,
  type MeetingKind,
  putOnAgenda,
  type RaisedBy,
  type SignalFault,
  type SignalLife,
  type SignalMeeting,
  seeSignal as see,
} from "@kompassen/domain/follow-up";
import type { LocalDate } from "@kompassen/domain/shared";
import { z } from "zod";
import { type AuthorizedChild, ensureFollowed } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { conflict, KompassError, notFound } from "../errors/index.ts";
import { recordSteps } from "../stodprocess/index.ts";

/** A raised signal as it is shown: what raised it and where it is in its life. */
export interface SignalView {
  readonly id: string;
  readonly compassId: string;
  readonly area: Area;
  readonly raised: readonly RaisedBy[];
  readonly raisedAt: string;
  readonly ruleSet: string;
  readonly life: SignalLife;
  readonly version: number;
}

interface SignalRow {
  readonly id: string;
  readonly compass_id: string;
  readonly area: Area;
  readonly raised: readonly RaisedBy[];
  readonly raised_at: string;
  readonly rule_set: string;
  readonly state: SignalLife["state"];
  readonly seen_at: string | null;
  readonly seen_by: string | null;
  readonly meeting_id: string | null;
  readonly meeting_kind: MeetingKind | null;
  readonly meeting_on: LocalDate | null;
  readonly decision: "action" | "no_action" | null;
  readonly decision_text: string | null;
  readonly decided_on: string | null;
  readonly decided_by: string | null;
  readonly superseded_at: string | null;
  readonly version: number;
}

export async function listSignals(
  { tx }: ActorContext,
  childIds: readonly string[],
): Promise<(SignalView & { childId: string })[]> {
  const rows = await tx.sql<(SignalRow & { child_id: string })[]>`
    select s.id, s.child_id, s.compass_id, s.area, s.raised, s.raised_at, s.rule_set, s.state, s.seen_at, s.seen_by,
           s.meeting_id, t.kind as meeting_kind, m.held_on::text as meeting_on, s.decision, s.decision_text,
           s.decided_on::text, s.decided_by, s.superseded_at, s.version
      from signal s
      left join meeting m on m.kommun_code = s.kommun_code and m.id = s.meeting_id
      left join team t on t.kommun_code = m.kommun_code and t.id = m.team_id
     where s.kommun_code = kompass.kommun() and s.child_id = any(${[...childIds]}::uuid[])
     order by s.raised_at desc, s.area`;
  return rows.map((row) => ({ ...toView(row), childId: row.child_id }));
}

function toView(row: SignalRow): SignalView {
  return {
    id: row.id,
    compassId: row.compass_id,
    area: row.area,
    raised: row.raised,
    raisedAt: row.raised_at,
    ruleSet: row.rule_set,
    life: toLife(row),
    version: row.version,
  };
}

/** The stored columns as the domain's union; the database's checks make each case whole. */
function toLife(row: SignalRow): SignalLife {
  const seen = { by: row.seen_by ?? "", at: row.seen_at ?? row.raised_at };
  const meeting: SignalMeeting | null =
    row.meeting_id === null || row.meeting_on === null || row.meeting_kind === null
      ? null
      : { meetingId: row.meeting_id, kind: row.meeting_kind, heldOn: row.meeting_on };
  switch (row.state) {
    case "new":
      return { state: "new" };
    case "seen":
      return { state: "seen", ...seen };
    case "on_agenda":
      return meeting === null ? { state: "seen", ...seen } : { state: "on_agenda", meeting, ...seen };
    case "decided": {
      const text = row.decision_text ?? "";
      const decision: Decision =
        row.decision === "action" ? { kind: "action", action: text } : { kind: "no_action", reason: text };
      return { state: "decided", decision, meeting, by: row.decided_by ?? "", at: row.decided_on ?? "" };
    }
    case "superseded":
      return { state: "superseded", by: "", at: row.superseded_at ?? "" };
  }
}

export const ofSignal = z.object({ signalId: z.uuid(), version: z.int() });

/** @throws KompassError `not_found` */
export async function findSignal(
  ctx: ActorContext,
  { childId }: AuthorizedChild,
  signalId: string,
): Promise<SignalView> {
  const signal = (await listSignals(ctx, [childId])).find(({ id }) => id === signalId);
  return signal ?? notFound();
}

/** Everybody responsible can say that they have seen it; the first is kept. */
export async function markSeen(
  ctx: ActorContext,
  child: AuthorizedChild,
  { signalId }: z.infer<typeof ofSignal>,
): Promise<void> {
  const signal = await findSignal(ctx, child, signalId);
  const step = see(signal.life, { by: ctx.signedIn.personId, at: ctx.now.toISOString() });
  if (!step.ok) return refuse(step.faults);
  await ctx.tx.sql`
    update signal set state = 'seen', seen_at = now(), seen_by = ${ctx.signedIn.personId}, version = version + 1
     where kommun_code = kompass.kommun() and id = ${signalId} and state = 'new'`;
}

export const placeOnAgendaInput = ofSignal.extend({ meetingId: z.uuid() });

/** On the agenda of a dated meeting, which opens the child to that team. Needs a covering written consent. */
export async function placeOnAgenda(
  ctx: ActorContext,
  child: AuthorizedChild,
  { signalId, version, meetingId }: z.infer<typeof placeOnAgendaInput>,
): Promise<{ version: number }> {
  const { tx, signedIn, today } = ctx;
  const { sql } = tx;
  await ensureFollowed(tx, child.childId);
  const [signal, meetings] = await Promise.all([
    findSignal(ctx, child, signalId),
    sql<
      { id: string; held_on: LocalDate; kind: MeetingKind; child_id: string | null; is_covered: boolean }[]
    >`
      select m.id, m.held_on::text, t.kind, t.child_id,
             kompass.is_covered_by_consent(${child.childId},
               case t.kind when 'barnteam' then 'skriftligt_barnteam' else 'skriftligt_individuellt' end, m.held_on) as is_covered
        from meeting m join team t on t.kommun_code = m.kommun_code and t.id = m.team_id
       where m.kommun_code = kompass.kommun() and m.id = ${meetingId} and m.state = 'planned'`,
  ]);
  const [meeting] = meetings;
  if (meeting === undefined) return notFound();
  if (meeting.child_id !== null && meeting.child_id !== child.childId) return notFound();
  const actor = { by: signedIn.personId, at: ctx.now.toISOString() };
  const seen = see(signal.life, actor);
  if (!seen.ok) return refuse(seen.faults);
  const step = putOnAgenda(
    seen.value,
    { meetingId, kind: meeting.kind, heldOn: meeting.held_on },
    { actor, today, meetingKind: meeting.kind, hasCoveringConsent: meeting.is_covered },
  );
  if (!step.ok) return refuse(step.faults);
  ensureSameVersion(signal, version);
  await sql`
    insert into agenda_item (kommun_code, meeting_id, child_id, kind, added_by)
    values (kompass.kommun(), ${meetingId}, ${child.childId}, 'back_reporting', ${signedIn.personId})
    on conflict (kommun_code, meeting_id, child_id) do nothing`;
  const moved = await sql`
    update signal set state = 'on_agenda', meeting_id = ${meetingId}, seen_at = coalesce(seen_at, now()),
           seen_by = coalesce(seen_by, ${signedIn.personId}), version = version + 1
     where kommun_code = kompass.kommun() and id = ${signalId} and version = ${version}`;
  if (moved.count === 0) return conflictNow(ctx, child, signalId);
  if (signal.life.state === "on_agenda" && signal.life.meeting.meetingId !== meetingId)
    await leaveAgenda(ctx, child, signal.life.meeting.meetingId);
  return { version: signal.version + 1 };
}

/** A signal that moves takes the child off the meeting it leaves, unless something else of the child is raised there. */
async function leaveAgenda(
  { tx }: ActorContext,
  { childId }: AuthorizedChild,
  meetingId: string,
): Promise<void> {
  await tx.sql`
    delete from agenda_item i
     where i.kommun_code = kompass.kommun() and i.child_id = ${childId} and i.meeting_id = ${meetingId}
       and i.kind = 'back_reporting'
       and not exists (select 1 from signal s where s.kommun_code = i.kommun_code and s.child_id = i.child_id
                          and s.meeting_id = i.meeting_id)`;
}

export const decideInput = ofSignal.extend({
  decision: z.enum(["action", "no_action"]),
  /** What will be done, or why nothing needs to be. */
  text: z.string().trim().min(1).max(4000),
});

/** A person closes the signal: with what will be done, or with the reason for nothing. It changes no plan by itself. */
export async function decideSignal(
  ctx: ActorContext,
  child: AuthorizedChild,
  { signalId, version, decision, text }: z.infer<typeof decideInput>,
): Promise<{ version: number }> {
  const { tx, signedIn, today } = ctx;
  const { childId } = child;
  const signal = await findSignal(ctx, child, signalId);
  const actor = { by: signedIn.personId, at: ctx.now.toISOString() };
  const seen = see(signal.life, actor);
  if (!seen.ok) return refuse(seen.faults);
  const said: Decision =
    decision === "action" ? { kind: "action", action: text } : { kind: "no_action", reason: text };
  const step = decide(seen.value, said, actor);
  if (!step.ok) return refuse(step.faults);
  ensureSameVersion(signal, version);
  const decided = await tx.sql`
    update signal set state = 'decided', decision = ${decision}, decision_text = ${text}, decided_on = ${today},
           decided_by = ${signedIn.personId}, seen_at = coalesce(seen_at, now()),
           seen_by = coalesce(seen_by, ${signedIn.personId}), version = version + 1
     where kommun_code = kompass.kommun() and id = ${signalId} and version = ${version}`;
  if (decided.count === 0) return conflictNow(ctx, child, signalId);
  await recordSteps(tx, { childId, kind: "signal_decided", registeredOn: today, occurredOn: today }, [
    signalId,
  ]);
  return { version: signal.version + 1 };
}

function ensureSameVersion(signal: SignalView, version: number): void {
  if (signal.version !== version) conflict(signal.version, { life: signal.life });
}

/** Somebody else was faster between what was read and what was to be written. */
async function conflictNow(ctx: ActorContext, child: AuthorizedChild, signalId: string): Promise<never> {
  const { version, life } = await findSignal(ctx, child, signalId);
  return conflict(version, { life });
}

function refuse(faults: readonly SignalFault[]): never {
  const [reason] = faults;
  if (reason === "missing_written_consent") throw new KompassError("consent_missing");
  throw new KompassError("closed", reason === undefined ? {} : { reason });
}
