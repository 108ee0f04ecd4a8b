import type { ActorTransaction } from "@kompassen/db";
import {
  DEFAULT_REVIEW_RULES,
  type LookedAt,
  type LookedAtChild,
  type ReviewReason,
  reviewDueOn,
  reviewReasons,
  sharesSurname,
} from "@kompassen/domain/audit";
import { addDays, type LocalDate } from "@kompassen/domain/shared";
import { newItemId } from "./new-item-id.ts";

type Sql = ActorTransaction["sql"];

/** How far back a log that nobody has gone through is gone through the first time. */
const FIRST_DAYS = 28;
/** The days before that are gone through again: a call may have been under way. */
const DAYS_AGAIN = 1;
/** What is usual is reckoned from so many days before. */
const USUAL_DAYS = 28;

/**
 * Goes through the log of the transaction's kommun from where it was left until today, and takes up for review what
 * the rules name. Run as a job; again it finds the same and changes nothing.
 * @returns how many items are new, or have new looks
 */
export async function takeUpLooks(tx: ActorTransaction, today: LocalDate): Promise<number> {
  const [run] = await tx.sql<{ reviewedTo: LocalDate }[]>`
    select reviewed_to::text as "reviewedTo" from log_review_run where kommun_code = kompass.kommun() for update`;
  const from = run === undefined ? addDays(today, -FIRST_DAYS) : addDays(run.reviewedTo, -DAYS_AGAIN);
  let taken = 0;
  for (let day = from; day <= today; day = addDays(day, 1)) taken += await takeUpDay(tx.sql, day);
  await tx.sql`
    insert into log_review_run (kommun_code, reviewed_to) values (kompass.kommun(), ${today})
    on conflict (kommun_code) do update set reviewed_to = excluded.reviewed_to`;
  return taken;
}

interface LookRow extends LookedAt {
  readonly moment: string;
}

interface PairRow {
  readonly actor: string;
  readonly childAlias: string | null;
  readonly part: number;
  readonly looks: readonly LookRow[];
  readonly surname: string | null;
  readonly familyNames: readonly string[] | null;
  readonly isProtected: boolean;
  readonly hasRelation: boolean;
  readonly closedOn: LocalDate | null;
  readonly saysOfDay: boolean;
  readonly childrenThatDay: number;
  readonly childrenUsually: number | null;
}

async function takeUpDay(sql: Sql, day: LocalDate): Promise<number> {
  const pairs = await readPairs(sql, day);
  const items = pairs.flatMap((pair) => {
    const reasons = reviewReasons({ ...pair, day, child: toChild(pair) }, DEFAULT_REVIEW_RULES);
    return reasons.length === 0 ? [] : [toItem(pair, day, reasons)];
  });
  if (items.length === 0) return 0;
  const written = await sql`
    insert into log_review_item (kommun_code, id, day, part, actor, child_alias, reasons, since, until, looks, due_on, rules_version)
    select kompass.kommun(), i.id, ${day}, i.part, i.actor, i.child_alias, i.reasons, i.since, i.until, i.looks, i.due_on, ${DEFAULT_REVIEW_RULES.version}
      from jsonb_to_recordset(${JSON.stringify(items)}::text::jsonb)
        as i (id uuid, part smallint, actor uuid, child_alias uuid, reasons text[], since timestamptz, until timestamptz, looks integer, due_on date)
    on conflict (kommun_code, day, actor, child_alias, part) do update
       set reasons = excluded.reasons, until = excluded.until, looks = excluded.looks, due_on = excluded.due_on
     where log_review_item.decision is null and log_review_item.until <> excluded.until`;
  return written.count;
}

/**
 * A day's looks by person and child, or by person alone for lists, each with what the rules ask of it. What came
 * before a signed decision is left out: it has been reviewed.
 */
async function readPairs(sql: Sql, day: LocalDate): Promise<PairRow[]> {
  return await sql<PairRow[]>`
    with span as (
      select ${day}::timestamp at time zone 'Europe/Stockholm' as since,
             (${day}::date + 1)::timestamp at time zone 'Europe/Stockholm' as until
    ), looked as (
      select l.actor::uuid as actor, l.child_alias, l.at, l.purpose, l.hash
        from audit_log l, span
       where l.kommun_code = kompass.kommun() and l.at >= span.since and l.at < span.until and l.actor_kind = 'person'
         and (l.child_alias is not null or l.child_aliases is not null) and l.verb not like 'logReview.%'
    ), decided as (
      select i.actor, i.child_alias, max(i.part) as part, max(i.until) as until from log_review_item i
       where i.kommun_code = kompass.kommun() and i.day = ${day} and i.decision is not null
       group by i.actor, i.child_alias
    ), volume as (
      select actor, count(distinct child_alias)::int as children from looked group by actor
    ), usual as (
      select l.actor::uuid as actor,
             count(distinct (l.child_alias, (l.at at time zone 'Europe/Stockholm')::date))::float8
               / count(distinct (l.at at time zone 'Europe/Stockholm')::date) as children
        from audit_log l, span
       where l.kommun_code = kompass.kommun() and l.at >= span.since - make_interval(days => ${USUAL_DAYS}) and l.at < span.since
         and l.actor_kind = 'person' and l.child_alias is not null and l.actor in (select actor::text from volume)
       group by l.actor
    ), paired as (
      select k.actor, k.child_alias, coalesce(d.part, 0) + 1 as part,
             jsonb_agg(jsonb_build_object(
               'moment', k.at,
               'hour', extract(hour from k.at at time zone 'Europe/Stockholm'),
               'weekday', extract(isodow from k.at at time zone 'Europe/Stockholm'),
               'purpose', k.purpose, 'hash', encode(k.hash, 'hex')) order by k.at) as looks
        from looked k
        left join decided d on d.actor = k.actor and d.child_alias is not distinct from k.child_alias
       where d.until is null or k.at > d.until
       group by k.actor, k.child_alias, d.part
    )
    select p.actor, p.child_alias as "childAlias", p.part, p.looks,
           who.family_name as surname,
           case when c.id is not null then array[c.family_name] || array(
             select g.name from guardian g where g.kommun_code = kompass.kommun() and g.child_id = c.id) end as "familyNames",
           coalesce(c.protected_identity <> 'ingen', false) as "isProtected",
           c.closed_on::text as "closedOn",
           exists (select 1 from child_relation r
                    where r.kommun_code = kompass.kommun() and r.child_id = c.id and r.person_id = who.id
                      and r.valid_from <= ${day} and (r.valid_to is null or r.valid_to >= ${day}))
           or exists (select 1 from team_member m
                        join team t on t.kommun_code = m.kommun_code and t.id = m.team_id
                       where m.kommun_code = kompass.kommun() and m.person_id = who.id
                         and m.valid_from <= ${day} and (m.valid_to is null or m.valid_to >= ${day})
                         and (t.child_id = c.id or exists (
                           select 1 from meeting s join agenda_item i on i.kommun_code = s.kommun_code and i.meeting_id = s.id
                            where s.kommun_code = kompass.kommun() and s.team_id = t.id and i.child_id = c.id))) as "hasRelation",
           row_number() over (partition by p.actor order by p.child_alias is not null, p.child_alias) = 1
             and p.part = 1 as "saysOfDay",
           v.children as "childrenThatDay", u.children as "childrenUsually"
      from paired p
      join volume v on v.actor = p.actor
      left join usual u on u.actor = p.actor
      left join audit_actor a on a.kommun_code = kompass.kommun() and a.alias = p.actor
      left join person who on who.kommun_code = kompass.kommun() and who.id = a.actor_id
      left join audit_child b on b.kommun_code = kompass.kommun() and b.alias = p.child_alias
      left join child c on c.kommun_code = kompass.kommun() and c.id = b.child_id`;
}

/** Of a child that is purged nothing is known any more; the looks are still looks. */
function toChild({ childAlias, surname, familyNames, ...pair }: PairRow): LookedAtChild | null {
  if (childAlias === null) return null;
  if (familyNames === null)
    return { sharesSurname: false, isProtected: false, hasRelation: true, closedOn: null };
  return { ...pair, sharesSurname: surname !== null && sharesSurname(surname, familyNames) };
}

function toItem(
  { actor, childAlias, part, looks }: PairRow,
  day: LocalDate,
  reasons: readonly ReviewReason[],
) {
  return {
    id: newItemId([day, actor, childAlias ?? "", String(part)]),
    part,
    actor,
    child_alias: childAlias,
    reasons,
    since: looks[0]?.moment,
    until: looks.at(-1)?.moment,
    looks: looks.length,
    due_on: reviewDueOn(day, reasons, DEFAULT_REVIEW_RULES),
  };
}
