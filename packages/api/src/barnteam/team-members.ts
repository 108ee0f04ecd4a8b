import { addDays } from "@kompassen/domain/shared";
import { z } from "zod";
import { type AuthorizedChild, ensureFollowed } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { invalid, KompassError, notFound } from "../errors/index.ts";

export const addTeamMemberInput = z.object({
  personId: z.uuid(),
  part: z.string().trim().min(1).max(100),
});

/** One more in the Individuella barnteamet of the child, under the family's written consent. */
export async function addTeamMember(
  { tx, signedIn, today }: ActorContext,
  { childId }: AuthorizedChild,
  { personId, part }: z.infer<typeof addTeamMemberInput>,
): Promise<void> {
  const { sql } = tx;
  await ensureFollowed(tx, childId);
  const [team] = await sql<{ id: string; isCovered: boolean }[]>`
    select id, kompass.is_covered_by_consent(${childId}, 'skriftligt_individuellt', ${today}) as "isCovered"
      from team where kommun_code = ${signedIn.kommunCode} and child_id = ${childId}`;
  if (team === undefined) return notFound();
  if (!team.isCovered) throw new KompassError("consent_missing", { reason: "skriftligt_individuellt" });
  const works = await sql`
    select 1 from person where kommun_code = ${signedIn.kommunCode} and id = ${personId} and disabled_at is null`;
  if (works.length === 0) return invalid({ field: "personId", expected: "somebody_who_works_here" });
  const seated = await sql`
    select 1 from team_member
     where kommun_code = ${signedIn.kommunCode} and team_id = ${team.id} and person_id = ${personId}
       and (valid_to is null or valid_to >= ${today})`;
  if (seated.length > 0) return;
  await sql`
    insert into team_member (kommun_code, team_id, person_id, part, valid_from)
    values (${signedIn.kommunCode}, ${team.id}, ${personId}, ${part}, ${today})
    on conflict (kommun_code, team_id, person_id, valid_from) do update set valid_to = null, part = excluded.part`;
}

export const endTeamMemberInput = z.object({ personId: z.uuid() });

/** The child is closed to the member at once: the last day was yesterday. */
export async function endTeamMember(
  { tx, signedIn, today }: ActorContext,
  { childId }: AuthorizedChild,
  { personId }: z.infer<typeof endTeamMemberInput>,
): Promise<void> {
  const ended = await tx.sql`
    update team_member m set valid_to = ${addDays(today, -1)}
      from team t
     where t.kommun_code = ${signedIn.kommunCode} and t.child_id = ${childId}
       and m.kommun_code = t.kommun_code and m.team_id = t.id and m.person_id = ${personId}
       and (m.valid_to is null or m.valid_to >= ${today})`;
  if (ended.count === 0) return notFound();
}
