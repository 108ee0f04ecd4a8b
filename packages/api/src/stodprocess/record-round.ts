import type { ActorTransaction } from "@kompassen/db";
import type { LocalDate } from "@kompassen/domain/shared";

/**
 * Keeps that a round has been handed in, when its first rater does so: the child's first compass, or a follow-up
 * when something has been handed in in another round. A round that was only opened counts for nothing.
 */
export async function recordRound(
  { sql }: ActorTransaction,
  round: {
    readonly childId: string;
    readonly compassId: string;
    readonly assessedOn: string;
    readonly today: LocalDate;
  },
): Promise<void> {
  const { childId, compassId, assessedOn, today } = round;
  await Promise.all([
    // Another form may be open for the child, which closes its earlier rounds to the caller.
    sql`select set_config('kompass.handing_in', ${childId}, true)`.execute(),
    sql`
      insert into process_step (kommun_code, child_id, kind, id, unit_id, age_group, registered_on, occurred_on, source)
      select kompass.kommun(), ${childId},
             case when exists (select 1 from assessment a where a.kommun_code = kompass.kommun()
                                  and a.child_id = ${childId} and a.compass_id <> ${compassId})
                  then 'uppfoljning' else 'behovskompass' end,
             ${compassId}, place.unit_id, place.age_group, ${today}, ${assessedOn}, 'app'
        from kompass.place_at_event(${childId}, ${assessedOn}) place
       where not exists (select 1 from process_step s where s.kommun_code = kompass.kommun() and s.child_id = ${childId}
                            and s.kind in ('behovskompass', 'uppfoljning') and s.id = ${compassId})
      on conflict do nothing`.execute(),
    sql`select set_config('kompass.handing_in', '', true)`.execute(),
  ]);
}
