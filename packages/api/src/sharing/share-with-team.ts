import type { ActorTransaction } from "@kompassen/db";

/** The product itself shows the child to a team: kept as a share with everybody who sits in it. */
export async function shareWithTeam(
  { sql }: ActorTransaction,
  childId: string,
  { teamId, way }: { readonly teamId: string; readonly way: "individual_team" | "joint_form" },
): Promise<void> {
  await sql`select kompass.share_my_child(${childId}, ${teamId}, ${way})`;
}

/** The teams that a joint form of the child is written by: its own, and those whose next agenda it stands on. */
export async function listTeamsOf({ sql }: ActorTransaction, childId: string): Promise<string[]> {
  const teams = await sql<{ id: string }[]>`
    select t.id from team t where t.kommun_code = kompass.kommun() and t.child_id = ${childId}
    union
    select m.team_id from agenda_item i join meeting m on m.kommun_code = i.kommun_code and m.id = i.meeting_id
     where i.kommun_code = kompass.kommun() and i.child_id = ${childId} and m.state = 'planned'`;
  return teams.map(({ id }) => id);
}
