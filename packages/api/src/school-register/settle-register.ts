import type { ActorTransaction } from "@kompassen/db";
import type { DeletedObject, RegisterResource } from "@kompassen/domain/school-register";
import type { LocalDate } from "@kompassen/domain/shared";
import { auditJob } from "../audit/index.ts";
import type { RegisterRun, SettledCount } from "./register-run.ts";
import { tieOrganisations } from "./write-rows.ts";

/** How long a pupil stays in the register here after the last placement has ended. */
const KEPT_DAYS = 60;

const TABLES: Record<RegisterResource, string> = {
  organisations: "register_organisation",
  placements: "register_placement",
  duties: "register_duty",
  persons: "register_person",
};

/** What the register has deleted since goes here too. A followed child stays; its Barnkontakt is told. */
export async function deleteObjects(
  tx: ActorTransaction,
  deleted: readonly DeletedObject[],
): Promise<number> {
  let removed = 0;
  for (const [resource, objects] of Map.groupBy(deleted, (object) => object.resource)) {
    const ids = objects.map(({ sourceId }) => sourceId);
    const gone = await tx.sql.unsafe(
      `delete from ${TABLES[resource]} where kommun_code = kompass.kommun() and source_id = any($1::text[])
       returning ${resource === "persons" ? "child_id" : "null::uuid as child_id"}`,
      [ids],
    );
    removed += gone.length;
    await tellLeft(
      tx,
      gone.flatMap(({ child_id }) => (child_id === null ? [] : [String(child_id)])),
    );
  }
  return removed;
}

async function tellLeft({ sql }: ActorTransaction, childIds: readonly string[]): Promise<void> {
  if (childIds.length === 0) return;
  await sql`
    insert into register_notice (kommun_code, child_id, id, kind, occurred_on)
    select kompass.kommun(), child, gen_random_uuid(), 'left_register', kompass.today()
      from unnest(${[...childIds]}::uuid[]) child`;
}

/**
 * Once everything is read: what a whole reading did not see is gone, persons without a place here are not kept,
 * followed children move with their placement, and their adults become candidates. One transaction.
 */
export async function settleRegister(
  tx: ActorTransaction,
  run: RegisterRun,
  today: LocalDate,
  removesMany: boolean,
): Promise<SettledCount> {
  await tieOrganisations(tx);
  const { removed, heldBack } = run.isFull
    ? await removeUnseen(tx, run, removesMany)
    : { removed: 0, heldBack: 0 };
  await forgetOthers(tx, today);
  const moved = await moveChildren(tx, today);
  const [counted] = await tx.sql<{ candidates: number; left: number; childIds: string[] }[]>`
    select coalesce(sum(kompass.note_candidates(p.child_id)), 0)::int as candidates,
           (select count(*)::int from register_notice n where n.kommun_code = kompass.kommun()
               and n.kind = 'left_register' and n.seen_at is null) as left,
           coalesce(array_agg(p.child_id), '{}') as "childIds"
      from register_person p where p.kommun_code = kompass.kommun() and p.child_id is not null`;
  if (counted === undefined) throw new Error("nothing was counted");
  const { candidates, left, childIds } = counted;
  if (childIds.length > 0) {
    await auditJob(tx, "school-register", childIds, {
      verb: "schoolRegister.import",
      purpose: "import",
      fields: ["child.protected_identity", "child.unit_id", "placement", "guardian_candidate"],
    });
  }
  return { removed, heldBack, moved, candidates, left };
}

/** Who stands on a page that was refused was not seen and is not gone: then nothing of its kind is removed. */
async function removeUnseen(
  tx: ActorTransaction,
  run: RegisterRun,
  removesMany: boolean,
): Promise<Pick<SettledCount, "removed" | "heldBack">> {
  const refused = await tx.sql<{ step: string }[]>`
    select s.key as step from register_run r cross join jsonb_each(r.counts) s
     where r.kommun_code = kompass.kommun() and r.id = ${run.id} and (s.value->>'refused')::int > 0`;
  const isWhole = (...steps: readonly string[]) => !refused.some(({ step }) => steps.includes(step));
  const whole = [
    ...(isWhole("placements", "persons", "missing_persons") ? (["placements"] as const) : []),
    ...(isWhole("duties") ? (["duties"] as const) : []),
    ...(isWhole("persons", "missing_persons") ? (["persons"] as const) : []),
    ...(isWhole("organisations") ? (["organisations"] as const) : []),
  ];
  let [removed, heldBack] = [0, 0];
  for (const resource of whole) {
    const unseen = await tx.sql.unsafe<{ source_id: string }[]>(
      `select source_id from ${TABLES[resource]} where kommun_code = kompass.kommun() and seen_run_id <> $1::uuid`,
      [run.id],
    );
    if (!removesMany && (await isTooMuch(tx, resource, unseen.length))) {
      heldBack += unseen.length;
      continue;
    }
    removed += await deleteObjects(
      tx,
      unseen.map(({ source_id }) => ({ resource, sourceId: source_id })),
    );
  }
  return { removed, heldBack };
}

/** What a summer takes away is less; what an empty answer or half a file takes away is more. */
const MOST_REMOVED = { objects: 20, share: 0.4 } as const;

async function isTooMuch(tx: ActorTransaction, resource: RegisterResource, unseen: number): Promise<boolean> {
  const [all] = await tx.sql.unsafe<{ count: number }[]>(
    `select count(*)::int as count from ${TABLES[resource]} where kommun_code = kompass.kommun()`,
  );
  return unseen > MOST_REMOVED.objects && unseen > MOST_REMOVED.share * (all?.count ?? 0);
}

/** Kept: pupils placed here now or lately, staff on duty here, the adults of those pupils, and followed children. */
async function forgetOthers({ sql }: ActorTransaction, today: LocalDate): Promise<void> {
  await sql`
    with here as (
      select source_id from register_organisation where kommun_code = kompass.kommun() and unit_id is not null
    ), pupil as (
      select pupil_source_id as id from register_placement
       where kommun_code = kompass.kommun() and organisation_source_id in (select source_id from here)
         and (end_date is null or end_date > ${today}::date - ${KEPT_DAYS}::int)
      union select source_id from register_person where kommun_code = kompass.kommun() and child_id is not null
    ), kept as (
      select id from pupil
      union select adult_source_id from register_responsible
             where kommun_code = kompass.kommun() and pupil_source_id in (select id from pupil)
      union select person_source_id from register_duty
             where kommun_code = kompass.kommun() and organisation_source_id in (select source_id from here)
               and (end_date is null or end_date >= ${today}::date)
    )
    delete from register_person
     where kommun_code = kompass.kommun() and source_id not in (select id from kept)`;
  await sql`
    delete from register_responsible r
     where r.kommun_code = kompass.kommun() and not exists (
       select 1 from register_person p where p.kommun_code = r.kommun_code and p.source_id = r.pupil_source_id)`;
  await sql`
    delete from register_placement r
     where r.kommun_code = kompass.kommun() and not exists (
       select 1 from register_person p where p.kommun_code = r.kommun_code and p.source_id = r.pupil_source_id)`;
  await sql`
    delete from register_duty r
     where r.kommun_code = kompass.kommun() and not exists (
       select 1 from register_person p where p.kommun_code = r.kommun_code and p.source_id = r.person_source_id)`;
}

interface Move {
  readonly childId: string;
  readonly fromUnitId: string;
  readonly toUnitId: string;
  readonly on: LocalDate;
}

/** Leisure centres are beside school, not instead of it. */
const BESIDE_SCHOOL = ["FTH", "OPPFTH"];

/** Where the register says a followed child is now, when that is somewhere else than here. */
async function moveChildren({ sql }: ActorTransaction, today: LocalDate): Promise<number> {
  const moves = await sql<Move[]>`
    select distinct on (c.id) c.id as "childId", c.unit_id as "fromUnitId", o.unit_id as "toUnitId",
           coalesce(r.start_date, ${today}::date)::text as "on"
      from register_person p
      join child c on c.kommun_code = p.kommun_code and c.id = p.child_id and c.closed_on is null
      join register_placement r on r.kommun_code = p.kommun_code and r.pupil_source_id = p.source_id
      join register_organisation o on o.kommun_code = r.kommun_code and o.source_id = r.organisation_source_id
     where p.kommun_code = kompass.kommun() and o.unit_id is not null
       and coalesce(r.start_date, ${today}::date) <= ${today} and (r.end_date is null or r.end_date >= ${today})
       and coalesce(r.school_type_source, '') <> all(${BESIDE_SCHOOL}::text[])
     order by c.id, r.start_date desc nulls last, r.source_id`;
  const changed = moves.filter(({ fromUnitId, toUnitId }) => fromUnitId !== toUnitId);
  for (const { childId, fromUnitId, toUnitId, on } of changed) {
    await sql`
      update child set unit_id = ${toUnitId}, version = version + 1
       where kommun_code = kompass.kommun() and id = ${childId}`;
    const inPlace = await sql`
      update placement set unit_id = ${toUnitId}
       where kommun_code = kompass.kommun() and child_id = ${childId} and valid_to is null and valid_from >= ${on}`;
    if (inPlace.count === 0) {
      await sql`
        update placement set valid_to = ${on}::date - 1
         where kommun_code = kompass.kommun() and child_id = ${childId} and valid_to is null`;
      await sql`
        insert into placement (kommun_code, id, child_id, unit_id, valid_from)
        values (kompass.kommun(), gen_random_uuid(), ${childId}, ${toUnitId}, ${on})`;
    }
    await sql`
      insert into register_notice (kommun_code, child_id, id, kind, from_unit_id, to_unit_id, occurred_on)
      values (kompass.kommun(), ${childId}, gen_random_uuid(), 'moved', ${fromUnitId}, ${toUnitId}, ${on})`;
  }
  return changed.length;
}
