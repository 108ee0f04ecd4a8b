import type { ActorTransaction } from "@kompassen/db";
import type { RegisterRunState } from "@kompassen/domain/school-register";

/** What a reading goes through; the last steps follow the four resources. */
const STEPS = ["organisations", "placements", "duties", "persons", "missing_persons", "deleted"] as const;

export type RegisterStep = (typeof STEPS)[number];

export interface StepCount {
  readonly seen: number;
  readonly added: number;
  readonly changed: number;
  /** Objects on pages that were refused. */
  readonly refused: number;
}

/** What the whole of a reading did to followed children. */
export interface SettledCount {
  readonly removed: number;
  /** What was not seen and stays all the same: so much at once may be half a register. */
  readonly heldBack: number;
  readonly moved: number;
  readonly candidates: number;
  readonly left: number;
}

export type RunCounts = Partial<Readonly<Record<RegisterStep, StepCount>>> & {
  readonly settled?: SettledCount;
};

export interface RegisterRun {
  readonly id: string;
  readonly isFull: boolean;
  /** Only what has changed since is asked for. */
  readonly modifiedAfter: string | null;
  readonly isResumed: boolean;
}

export interface RunRequest {
  readonly id: string;
  readonly source: string;
  readonly wantsFull: boolean;
  readonly now: Date;
}

/** Clocks differ: what changed in the minutes before the last reading began is read once more. */
const OVERLAP = "5 minutes";

/**
 * The reading of this source that was not finished, to be gone on with; else a new one: since the last that was, or
 * whole when there is none. One of another source that was not finished gives way, and one of changes to a whole one.
 */
export async function openRun({ sql }: ActorTransaction, request: RunRequest): Promise<RegisterRun> {
  const [unfinished] = await sql<
    { id: string; source: string; isFull: boolean; modifiedAfter: string | null }[]
  >`
    select id, source, is_full as "isFull", to_char(modified_after at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "modifiedAfter"
      from register_run where kommun_code = kompass.kommun() and state in ('running', 'stopped') for update`;
  const isSameKind = unfinished?.source === request.source && (unfinished.isFull || !request.wantsFull);
  if (unfinished !== undefined && isSameKind) {
    await sql`
      update register_run set state = 'running', stopped_by = null
       where kommun_code = kompass.kommun() and id = ${unfinished.id}`;
    return { ...unfinished, isResumed: true };
  }
  if (unfinished !== undefined) {
    await sql`
      update register_run set state = 'done_with_faults', stopped_by = 'replaced', ended_at = ${request.now.toISOString()}
       where kommun_code = kompass.kommun() and id = ${unfinished.id}`;
  }
  const [created] = await sql<{ id: string; isFull: boolean; modifiedAfter: string | null }[]>`
    with last as (
      select max(started_at) as at from register_run
       where kommun_code = kompass.kommun() and source = ${request.source} and state = 'done')
    insert into register_run (kommun_code, id, source, is_full, modified_after, started_at)
    select kompass.kommun(), ${request.id}, ${request.source}, ${request.wantsFull} or last.at is null,
           case when not ${request.wantsFull} then last.at - ${OVERLAP}::interval end, ${request.now.toISOString()}
      from last
    returning id, is_full as "isFull",
              to_char(modified_after at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "modifiedAfter"`;
  if (created === undefined) throw new Error("the reading was not written down");
  return { ...created, isResumed: false };
}

export interface StepCursor {
  readonly pageToken: string | null;
  readonly pages: number;
  readonly isDone: boolean;
}

const START: StepCursor = { pageToken: null, pages: 0, isDone: false };

export async function findCursor(
  { sql }: ActorTransaction,
  run: RegisterRun,
  step: RegisterStep,
): Promise<StepCursor> {
  const [cursor] = await sql<StepCursor[]>`
    select page_token as "pageToken", pages, is_done as "isDone" from register_cursor
     where kommun_code = kompass.kommun() and run_id = ${run.id} and resource = ${step} for update`;
  return cursor ?? START;
}

/** Another process is reading the same register into the same kommun. */
export class ReadElsewhere extends Error {}

/**
 * Moves on to the next page, in the transaction that has written this one.
 * @throws ReadElsewhere when another process has moved on meanwhile: what was written here is rolled back
 */
export async function moveCursor(
  tx: ActorTransaction,
  run: RegisterRun,
  step: RegisterStep,
  from: StepCursor,
  nextPageToken: string | null,
): Promise<StepCursor> {
  const { sql } = tx;
  // Whoever comes second waits here for the first, and then sees what it did.
  await sql`select 1 from register_run where kommun_code = kompass.kommun() and id = ${run.id} for update`;
  const now = await findCursor(tx, run, step);
  if (now.pages !== from.pages || now.isDone) throw new ReadElsewhere();
  const next = { pageToken: nextPageToken, pages: from.pages + 1, isDone: nextPageToken === null };
  await sql`
    insert into register_cursor (kommun_code, run_id, resource, page_token, pages, is_done)
    values (kompass.kommun(), ${run.id}, ${step}, ${next.pageToken}, ${next.pages}, ${next.isDone})
    on conflict (kommun_code, run_id, resource) do update
       set page_token = excluded.page_token, pages = excluded.pages, is_done = excluded.is_done`;
  return next;
}

/** The resource is read from its first page again: what it has counted so far is forgotten. */
export async function restartStep(
  { sql }: ActorTransaction,
  run: RegisterRun,
  step: RegisterStep,
): Promise<void> {
  await sql`
    delete from register_cursor where kommun_code = kompass.kommun() and run_id = ${run.id} and resource = ${step}`;
  await sql`
    delete from register_fault where kommun_code = kompass.kommun() and run_id = ${run.id} and resource = ${step}`;
  await sql`
    update register_run r set counts = counts - ${step}::text,
           fault_count = (select count(*) from register_fault f where f.kommun_code = r.kommun_code and f.run_id = r.id)
     where kommun_code = kompass.kommun() and id = ${run.id}`;
}

export async function addToCounts(
  { sql }: ActorTransaction,
  run: RegisterRun,
  step: RegisterStep,
  { seen, added, changed, refused }: StepCount,
): Promise<void> {
  await sql`
    update register_run set counts = jsonb_set(counts, array[${step}::text], jsonb_build_object(
             'seen', coalesce((counts->${step}->>'seen')::int, 0) + ${seen}::int,
             'added', coalesce((counts->${step}->>'added')::int, 0) + ${added}::int,
             'changed', coalesce((counts->${step}->>'changed')::int, 0) + ${changed}::int,
             'refused', coalesce((counts->${step}->>'refused')::int, 0) + ${refused}::int))
     where kommun_code = kompass.kommun() and id = ${run.id}`;
}

export interface EndedRun {
  readonly state: RegisterRunState;
  readonly counts: RunCounts;
  readonly faultCount: number;
}

/** Ends the reading. With faults the next one asks for the same changes again. */
export async function endRun(
  { sql }: ActorTransaction,
  run: RegisterRun,
  settled: SettledCount,
  now: Date,
): Promise<EndedRun> {
  const [ended] = await sql<EndedRun[]>`
    update register_run set ended_at = ${now.toISOString()},
           state = case when fault_count = 0 then 'done' else 'done_with_faults' end,
           counts = counts || jsonb_build_object('settled', ${JSON.stringify(settled)}::text::jsonb)
     where kommun_code = kompass.kommun() and id = ${run.id} and state = 'running'
    returning state, counts, fault_count as "faultCount"`;
  if (ended === undefined) throw new ReadElsewhere();
  return ended;
}

/** The reading stopped and can be gone on with. @param reason a code or a status, no value */
export async function stopRun({ sql }: ActorTransaction, run: RegisterRun, reason: string): Promise<void> {
  await sql`
    update register_run set state = 'stopped', stopped_by = ${reason.slice(0, 300)}
     where kommun_code = kompass.kommun() and id = ${run.id} and state = 'running'`;
}
