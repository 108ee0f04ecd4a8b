import type { TeamKind } from "@kompassen/domain/barnteam";
import type { BarnteamAgeGroup } from "@kompassen/domain/people";
import type { LocalDate } from "@kompassen/domain/shared";
import { auditChildren } from "../audit/index.ts";
import type { ActorContext } from "../context/index.ts";

export interface TeamSummary {
  readonly id: string;
  readonly kind: TeamKind;
  readonly name: string;
  readonly ageGroup: BarnteamAgeGroup | null;
  readonly childId: string | null;
  /** The child of an Individuellt barnteam: its given name, or its case number with protected identity. */
  readonly childName: string | null;
  readonly nextMeetingId: string | null;
  readonly nextMeetingOn: LocalDate | null;
}

/** The teams the caller sits in, or convenes for a child, with their next meeting. */
export async function listTeams({ tx, signedIn, today }: ActorContext): Promise<readonly TeamSummary[]> {
  const teams = await tx.sql<TeamSummary[]>`
    select t.id, t.kind, t.name, t.age_group as "ageGroup", t.child_id as "childId",
           case when c.protected_identity = 'ingen' then c.given_name else c.case_number end as "childName", n.id as "nextMeetingId", n.held_on::text as "nextMeetingOn"
      from team t
      left join child c on c.kommun_code = t.kommun_code and c.id = t.child_id
      left join lateral (
        select m.id, m.held_on from meeting m
         where m.kommun_code = t.kommun_code and m.team_id = t.id and m.state = 'planned' and m.held_on >= ${today}
         order by m.held_on limit 1) n on true
     where t.kommun_code = ${signedIn.kommunCode}
       and (t.id = any((select kompass.my_teams())::uuid[]) or t.child_id = any((select kompass.my_responsibility())::uuid[]))
     order by n.held_on nulls last, t.name`;
  const childIds = teams.flatMap(({ childId }) => (childId === null ? [] : [childId]));
  await auditChildren(tx, childIds, {
    verb: "barnteam.listTeams",
    purpose: "teammote",
    fields: ["team", "child"],
  });
  return teams;
}
