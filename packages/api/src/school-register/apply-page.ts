import type { ActorTransaction } from "@kompassen/db";
import {
  type RefusedPage,
  type RegisterPage,
  type RegisterResource,
  readPage,
} from "@kompassen/domain/school-register";
import { addToCounts, type RegisterRun, type RegisterStep, type StepCount } from "./register-run.ts";
import { writeRows } from "./write-rows.ts";

export interface AppliedPage {
  readonly count: StepCount;
  readonly faults: RegisterPage["faults"];
}

export interface PageToApply {
  readonly step: RegisterStep;
  readonly resource: RegisterResource;
  /** From 1. */
  readonly page: number;
  readonly objects: readonly unknown[];
  readonly civicKey: string | null;
}

/**
 * One page: all of its rows, or none of them and what is wrong. Protection on a page that is refused holds all the
 * same: who is protected must not wait for somebody to mend another object.
 */
export async function applyPage(
  tx: ActorTransaction,
  run: RegisterRun,
  { step, resource, page: number, objects, civicKey }: PageToApply,
): Promise<AppliedPage> {
  const page = readPage(resource, objects);
  await noteUnknownCodes(tx, run, page);
  const seen = objects.length;
  if ("rows" in page) {
    const written = await writeRows(tx, run, page, civicKey);
    const count = { seen, ...written, refused: 0 };
    await addToCounts(tx, run, step, count);
    return { count, faults: [] };
  }
  await noteFaults(tx, run, step, number, page);
  await obeyMarkings(tx, page);
  const count = { seen, added: 0, changed: 0, refused: seen };
  await addToCounts(tx, run, step, count);
  return { count, faults: page.faults };
}

/** A register that is wrong in every object says so in its first faults of a page. */
const MOST_FAULTS_A_PAGE = 200;

async function noteFaults(
  { sql }: ActorTransaction,
  run: RegisterRun,
  step: RegisterStep,
  page: number,
  { faults }: RefusedPage,
): Promise<void> {
  await sql`
    insert into register_fault (kommun_code, run_id, resource, page, position, field, source_id, expected)
    select kompass.kommun(), ${run.id}, ${step}, ${page}, f.position, left(f.field, 200), left(f."sourceId", 200), f.expected
      from jsonb_to_recordset(${JSON.stringify(faults.slice(0, MOST_FAULTS_A_PAGE))}::text::jsonb)
        as f (position integer, field text, "sourceId" text, expected text)
    on conflict do nothing`;
  await sql`
    update register_run set fault_count = fault_count + ${faults.length}
     where kommun_code = kompass.kommun() and id = ${run.id}`;
}

async function noteUnknownCodes(
  { sql }: ActorTransaction,
  run: RegisterRun,
  page: RegisterPage,
): Promise<void> {
  if (page.unknown.length === 0) return;
  await sql`
    insert into register_unknown_code (kommun_code, resource, field, code, first_run_id, last_run_id)
    select distinct kompass.kommun(), ${page.resource}, u.field, u.code, ${run.id}::uuid, ${run.id}::uuid
      from jsonb_to_recordset(${JSON.stringify(page.unknown)}::text::jsonb) as u (field text, code text)
    on conflict (kommun_code, resource, field, code) do update set last_run_id = excluded.last_run_id`;
}

async function obeyMarkings({ sql }: ActorTransaction, { markings }: RefusedPage): Promise<void> {
  await sql`
    update register_person p set marking = m.marking, marking_source = m."markingSource"
      from jsonb_to_recordset(${JSON.stringify(markings)}::text::jsonb)
        as m ("sourceId" text, marking text, "markingSource" text)
     where p.kommun_code = kompass.kommun() and p.source_id = m."sourceId" and m.marking <> 'ingen'
       and p.marking is distinct from m.marking`;
}
