import type { MeetingState, TeamKind } from "@kompassen/domain/barnteam";
import type { BarnteamAgeGroup } from "@kompassen/domain/people";
import type { LocalDate } from "@kompassen/domain/shared";
import { z } from "zod";
import { auditChildren } from "../audit/index.ts";
import type { ActorContext } from "../context/index.ts";
import { notFound } from "../errors/index.ts";
import { listSignals, type SignalView } from "../follow-up/index.ts";

export interface MeetingSummary {
  readonly id: string;
  readonly heldOn: LocalDate;
  readonly startsAt: string | null;
  readonly place: string | null;
  readonly state: MeetingState;
  readonly version: number;
  readonly children: number;
}

export interface TeamMember {
  readonly personId: string;
  readonly name: string;
  readonly title: string;
  readonly part: string;
}

/** A child that stands on an agenda, or has something raised that may be put on one. */
export interface TeamChild {
  readonly childId: string;
  /** Absent for a child with protected identity. */
  readonly givenName: string | null;
  readonly caseNumber: string;
  readonly birthDate: LocalDate | null;
  readonly isCovered: boolean;
  /** Meetings of this team that have the child on the agenda. */
  readonly meetingIds: readonly string[];
  readonly signals: readonly SignalView[];
  readonly isResponsible: boolean;
  /** The caller has an uninfluenced form open for the child: what is raised is held back. */
  readonly isWithheld: boolean;
}

export interface TeamView {
  readonly id: string;
  readonly kind: TeamKind;
  readonly name: string;
  readonly ageGroup: BarnteamAgeGroup | null;
  readonly childId: string | null;
  readonly members: readonly TeamMember[];
  readonly meetings: readonly MeetingSummary[];
  readonly children: readonly TeamChild[];
}

export const ofTeam = z.object({ teamId: z.uuid() });

interface TeamRow {
  readonly id: string;
  readonly kind: TeamKind;
  readonly name: string;
  readonly ageGroup: BarnteamAgeGroup | null;
  readonly childId: string | null;
}

type TeamChildRow = Omit<TeamChild, "signals">;

/**
 * A team with its meetings, who sits in it, and what is raised: for an Individuellt barnteam its own child; for a
 * Barnteam the children on its agendas and those of the caller's own caseload that have something raised.
 */
export async function getTeam(ctx: ActorContext, { teamId }: z.infer<typeof ofTeam>): Promise<TeamView> {
  const { tx, signedIn, today } = ctx;
  const { sql } = tx;
  const [team] = await sql<TeamRow[]>`
    select id, kind, name, age_group as "ageGroup", child_id as "childId" from team
     where kommun_code = ${signedIn.kommunCode} and id = ${teamId}
       and (id = any((select kompass.my_teams())::uuid[]) or child_id = any((select kompass.my_responsibility())::uuid[]))`;
  if (team === undefined) return notFound();
  const step = team.kind === "barnteam" ? "skriftligt_barnteam" : "skriftligt_individuellt";
  const [members, meetings, children] = await Promise.all([
    sql<TeamMember[]>`
      select p.id as "personId", p.given_name || ' ' || p.family_name as name, p.title, m.part
        from team_member m join person p on p.kommun_code = m.kommun_code and p.id = m.person_id
       where m.kommun_code = ${signedIn.kommunCode} and m.team_id = ${teamId}
         and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to >= ${today})
       order by p.family_name`,
    sql<MeetingSummary[]>`
      select m.id, m.held_on::text as "heldOn", m.starts_at as "startsAt", m.place, m.state, m.version,
             (select count(*)::int from agenda_item i where i.kommun_code = m.kommun_code and i.meeting_id = m.id) as children
        from meeting m where m.kommun_code = ${signedIn.kommunCode} and m.team_id = ${teamId}
       order by m.held_on desc limit 20`,
    sql<TeamChildRow[]>`
      select c.id as "childId", c.case_number as "caseNumber",
             case when c.protected_identity = 'ingen' then c.given_name end as "givenName",
             case when c.protected_identity = 'ingen' then c.birth_date::text end as "birthDate",
             kompass.is_covered_by_consent(c.id, ${step}, ${today}) as "isCovered",
             array(select i.meeting_id from agenda_item i
                     join meeting m on m.kommun_code = i.kommun_code and m.id = i.meeting_id
                    where i.kommun_code = c.kommun_code and i.child_id = c.id and m.team_id = ${teamId}) as "meetingIds",
             c.id = any((select kompass.my_responsibility())::uuid[]) as "isResponsible",
             c.id = any((select kompass.my_uninfluenced_children())::uuid[]) as "isWithheld"
        from child c
       where c.kommun_code = ${signedIn.kommunCode} and c.closed_on is null
         and case when ${team.childId}::uuid is not null then c.id = ${team.childId}::uuid
             else exists (select 1 from agenda_item i
                            join meeting m on m.kommun_code = i.kommun_code and m.id = i.meeting_id
                           where i.kommun_code = c.kommun_code and i.child_id = c.id and m.team_id = ${teamId}
                             and m.state = 'planned')
                  or (c.id = any((select kompass.my_responsibility())::uuid[])
                      and not exists (select 1 from team t where t.kommun_code = c.kommun_code and t.child_id = c.id)
                      and exists (select 1 from signal s where s.kommun_code = c.kommun_code and s.child_id = c.id
                                     and s.state in ('new', 'seen', 'on_agenda')))
             end
       order by c.given_name`,
  ]);
  const childIds = children.map(({ childId }) => childId);
  const signals = await listSignals(ctx, childIds);
  await auditChildren(tx, childIds, {
    verb: "barnteam.getTeam",
    purpose: "teammote",
    fields: ["child", "signal", "agenda_item"],
  });
  return {
    ...team,
    members,
    meetings,
    children: children.map((child) => ({
      ...child,
      signals: signals.filter(({ childId }) => childId === child.childId),
    })),
  };
}
