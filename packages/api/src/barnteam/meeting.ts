import type { MeetingState } from "@kompassen/domain/barnteam";
import { z } from "zod";
import { ensureFollowed } from "../access/index.ts";
import { auditChildren } from "../audit/index.ts";
import type { ActorContext } from "../context/index.ts";
import { conflict, invalid, notFound } from "../errors/index.ts";
import { day } from "../procedure/index.ts";
import { recordMeetingHeld } from "../stodprocess/index.ts";

export const createMeetingInput = z.object({
  meetingId: z.uuid(),
  teamId: z.uuid(),
  heldOn: day,
  startsAt: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
  place: z.string().trim().max(200).nullable(),
});

/** A dated meeting of a team. Creating the same id again changes nothing. */
export async function createMeeting(
  { tx, signedIn, today }: ActorContext,
  input: z.infer<typeof createMeetingInput>,
): Promise<void> {
  if (input.heldOn < today) return invalid({ field: "heldOn", expected: "today_or_later" });
  await ensureConvenes(tx, input.teamId);
  const [team] = await tx.sql<{ childId: string | null }[]>`
    select child_id as "childId" from team where kommun_code = ${signedIn.kommunCode} and id = ${input.teamId}`;
  if (team !== undefined && team.childId !== null) await ensureFollowed(tx, team.childId);
  await tx.sql`
    insert into meeting (kommun_code, id, team_id, held_on, starts_at, place)
    values (${signedIn.kommunCode}, ${input.meetingId}, ${input.teamId}, ${input.heldOn}, ${input.startsAt}, ${input.place})
    on conflict (kommun_code, id) do nothing`;
  await auditChildren(tx, [], { verb: "barnteam.createMeeting", purpose: "teammote", fields: ["meeting"] });
}

/**
 * Asked before anything else is: what a consent lacks is told to nobody else.
 * @throws KompassError `not_found` also to those who sit in the team and do not call its meetings
 */
async function ensureConvenes({ sql }: ActorContext["tx"], teamId: string): Promise<void> {
  const convened = await sql`select 1 where ${teamId}::uuid = any(kompass.my_convened_teams())`;
  if (convened.length === 0) notFound();
}

export const closeMeetingInput = z.object({
  meetingId: z.uuid(),
  version: z.int(),
  state: z.enum(["held", "cancelled"]),
});

/**
 * Held or called off. Children open to the team only through this agenda are closed to it again; what was to be
 * taken up in a meeting that is called off goes back to whoever is responsible.
 */
export async function closeMeeting(
  { tx, signedIn, today }: ActorContext,
  { meetingId, version, state }: z.infer<typeof closeMeetingInput>,
): Promise<void> {
  const { sql } = tx;
  const [meeting] = await sql<{ teamId: string }[]>`
    select team_id as "teamId" from meeting where kommun_code = ${signedIn.kommunCode} and id = ${meetingId}`;
  if (meeting === undefined) return notFound();
  await ensureConvenes(tx, meeting.teamId);
  const takenOff =
    state === "cancelled"
      ? await sql<{ child_id: string }[]>`
          update signal set state = 'seen', meeting_id = null, version = version + 1
           where kommun_code = ${signedIn.kommunCode} and meeting_id = ${meetingId} and state = 'on_agenda'
             and exists (select 1 from meeting where kommun_code = ${signedIn.kommunCode} and id = ${meetingId}
                            and version = ${version} and state = 'planned')
          returning child_id`
      : [];
  const taken = state === "held" ? await recordMeetingHeld(tx, { meetingId, today }) : [];
  const saved = await sql`
    update meeting set state = ${state}, version = version + 1
     where kommun_code = ${signedIn.kommunCode} and id = ${meetingId} and version = ${version} and state = 'planned'`;
  if (saved.count === 0) {
    const [current] = await sql<{ version: number; state: MeetingState }[]>`
      select version, state from meeting where kommun_code = ${signedIn.kommunCode} and id = ${meetingId}`;
    if (current === undefined) return notFound();
    return conflict(current.version, { state: current.state });
  }
  await auditChildren(tx, [...taken, ...new Set(takenOff.map(({ child_id }) => child_id))], {
    verb: "barnteam.closeMeeting",
    purpose: "teammote",
    fields: ["meeting", "signal", "process_step"],
  });
}
