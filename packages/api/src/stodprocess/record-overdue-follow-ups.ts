import type { ActorTransaction } from "@kompassen/db";
import type { LocalDate } from "@kompassen/domain/shared";
import { auditJob } from "../audit/index.ts";

/** A follow-up in the four weeks before the planned day is the planned one, held a little early. */
const EARLY_WITHIN_DAYS = 28;

/**
 * A job within one kommun: keeps that a planned follow-up day has passed without a follow-up, as registered the
 * day after it, once for each planned day.
 * @param upTo days before this one have passed
 * @returns how many were new
 */
export async function recordOverdueFollowUps(tx: ActorTransaction, upTo: LocalDate): Promise<number> {
  const childIds = await recordPassedPlans(tx, upTo, null);
  await auditJob(tx, "reminders", childIds, {
    verb: "stodprocess.recordOverdueFollowUps",
    purpose: "uppfoljning",
    fields: ["process_step"],
  });
  return childIds.length;
}

/** The same for one child, before its planned day is written over: a plan that has passed is not forgotten. */
export async function recordPassedPlan(
  tx: ActorTransaction,
  childId: string,
  today: LocalDate,
): Promise<void> {
  await recordPassedPlans(tx, today, childId);
}

async function recordPassedPlans(
  tx: ActorTransaction,
  upTo: LocalDate,
  childId: string | null,
): Promise<string[]> {
  const added = await tx.sql<{ child_id: string }[]>`
    insert into process_step (kommun_code, child_id, kind, id, unit_id, age_group, registered_on, occurred_on, source)
    select c.kommun_code, c.id, 'uppfoljning_forsenad', md5(c.id::text || c.next_follow_up_on::text)::uuid,
           place.unit_id, place.age_group, c.next_follow_up_on + 1, c.next_follow_up_on + 1, 'app'
      from child c cross join lateral kompass.place_at_event(c.id, c.next_follow_up_on + 1) place
     where c.kommun_code = kompass.kommun() and c.id = coalesce(${childId}::uuid, c.id)
       and c.closed_on is null and c.next_follow_up_on < ${upTo}
       and not exists (select 1 from process_step s where s.kommun_code = c.kommun_code and s.child_id = c.id
                          and s.kind in ('behovskompass', 'uppfoljning')
                          and s.occurred_on between c.next_follow_up_on - ${EARLY_WITHIN_DAYS}::int and c.next_follow_up_on)
    on conflict do nothing
    returning child_id`;
  return added.map(({ child_id }) => child_id);
}
