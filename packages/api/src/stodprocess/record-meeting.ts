import type { ActorTransaction } from "@kompassen/db";
import type { LocalDate } from "@kompassen/domain/shared";

/**
 * Keeps, for every child on the agenda, that its Barnteam or Individuella barnteam has met. Before the meeting is
 * closed, since that closes the children to those who met them only there; a closing that is refused takes it back.
 * @returns the children
 */
export async function recordMeetingHeld(
  { sql }: ActorTransaction,
  { meetingId, today }: { meetingId: string; today: LocalDate },
): Promise<string[]> {
  const added = await sql<{ child_id: string }[]>`
    insert into process_step (kommun_code, child_id, kind, id, unit_id, age_group, registered_on, occurred_on, source)
    select kompass.kommun(), i.child_id, t.kind, m.id, place.unit_id, place.age_group, ${today},
           least(m.held_on, ${today}::date), 'app'
      from meeting m
      join team t on t.kommun_code = m.kommun_code and t.id = m.team_id
      join agenda_item i on i.kommun_code = m.kommun_code and i.meeting_id = m.id
      cross join kompass.place_at_event(i.child_id, least(m.held_on, ${today}::date)) place
     where m.kommun_code = kompass.kommun() and m.id = ${meetingId}
    on conflict do nothing
    returning child_id`;
  return added.map(({ child_id }) => child_id);
}
