import { z } from "zod";
import { type AuthorizedChild, ensureFollowed } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { KompassError } from "../errors/index.ts";
import { shareWithTeam } from "../sharing/index.ts";

export const formIndividualTeamInput = z.object({
  teamId: z.uuid(),
  members: z.array(z.object({ personId: z.uuid(), part: z.string().trim().min(1).max(100) })).max(20),
});

/**
 * The Individuella barnteamet around one child, formed by the responsible under the updated written consent, and only
 * of people whom that consent reaches. That they see the child from now on is kept as a share.
 */
export async function formIndividualTeam(
  { tx, signedIn, today }: ActorContext,
  { childId }: AuthorizedChild,
  { teamId, members }: z.infer<typeof formIndividualTeamInput>,
): Promise<{ teamId: string }> {
  const { sql } = tx;
  await ensureFollowed(tx, childId);
  const [existing] = await sql<{ id: string }[]>`
    select id from team where kommun_code = ${signedIn.kommunCode} and child_id = ${childId}`;
  if (existing !== undefined) return { teamId: existing.id };
  const [covered] = await sql<{ covered: boolean }[]>`
    select kompass.is_covered_by_consent(${childId}, 'skriftligt_individuellt', ${today}) as covered`;
  if (covered?.covered !== true)
    throw new KompassError("consent_missing", { reason: "skriftligt_individuellt" });
  await sql`
    insert into team (kommun_code, id, kind, name, child_id)
    values (${signedIn.kommunCode}, ${teamId}, 'individuellt_barnteam', 'Individuellt barnteam', ${childId})`;
  for (const { personId, part } of withCaller(members, signedIn.personId)) {
    await sql`
      insert into team_member (kommun_code, team_id, person_id, part, valid_from)
      values (${signedIn.kommunCode}, ${teamId}, ${personId}, ${part}, ${today})`;
  }
  const [reached] = await sql<{ reached: boolean }[]>`
    select kompass.is_my_team_reached(${childId}, ${teamId}, ${today}) as reached`;
  if (reached?.reached !== true) throw new KompassError("consent_missing", { reason: "outside_scope" });
  await shareWithTeam(tx, childId, { teamId, way: "individual_team" });
  return { teamId };
}

function withCaller(
  members: z.infer<typeof formIndividualTeamInput>["members"],
  personId: string,
): z.infer<typeof formIndividualTeamInput>["members"] {
  return members.some((member) => member.personId === personId)
    ? members
    : [...members, { personId, part: "sammankallande" }];
}
