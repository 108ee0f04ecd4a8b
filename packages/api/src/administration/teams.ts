import { BARNTEAM_AGE_GROUPS, type BarnteamAgeGroup } from "@kompassen/domain/people";
import { addDays, type LocalDate } from "@kompassen/domain/shared";
import { z } from "zod";
import type { ActorContext } from "../context/index.ts";
import { conflict, invalid, notFound } from "../errors/index.ts";
import { day } from "../procedure/index.ts";
import { requireStepUp } from "../session/index.ts";
import { auditAdministration, changedFields, WAY_IN_MINUTES } from "./administrator-procedure.ts";

export interface StandingTeamRow {
  readonly id: string;
  readonly name: string;
  readonly ageGroup: BarnteamAgeGroup | null;
  readonly unitName: string | null;
  readonly validTo: LocalDate | null;
  readonly members: number;
  readonly convenor: string | null;
}

/** The standing Barnteam of the kommun; the teams around a child are nothing for the administration. */
export async function listStandingTeams({
  tx,
  signedIn,
  today,
}: ActorContext): Promise<readonly StandingTeamRow[]> {
  return await tx.sql<StandingTeamRow[]>`
    select t.id, t.name, t.age_group as "ageGroup", u.name as "unitName", t.valid_to::text as "validTo",
           (select count(*)::int from team_member m where m.kommun_code = t.kommun_code and m.team_id = t.id
               and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to >= ${today})) as members,
           (select p.given_name || ' ' || p.family_name from team_member m
              join person p on p.kommun_code = m.kommun_code and p.id = m.person_id
             where m.kommun_code = t.kommun_code and m.team_id = t.id and m.is_convenor
               and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to >= ${today})
             order by m.valid_from limit 1) as convenor
      from team t left join unit u on u.kommun_code = t.kommun_code and u.id = t.unit_id
     where t.kommun_code = ${signedIn.kommunCode} and t.child_id is null
     order by t.valid_to nulls first, array_position(${[...BARNTEAM_AGE_GROUPS]}::text[], t.age_group), t.name`;
}

export const ofStandingTeam = z.object({ teamId: z.uuid() });

export interface StandingTeam {
  readonly id: string;
  readonly name: string;
  readonly ageGroup: BarnteamAgeGroup | null;
  readonly unitId: string | null;
  readonly validTo: LocalDate | null;
  readonly version: number;
  readonly members: readonly {
    readonly personId: string;
    readonly name: string;
    readonly title: string;
    readonly part: string;
    readonly isConvenor: boolean;
    readonly validFrom: LocalDate;
    readonly validTo: LocalDate | null;
  }[];
}

export async function getStandingTeam(
  { tx, signedIn }: ActorContext,
  { teamId }: z.infer<typeof ofStandingTeam>,
): Promise<StandingTeam> {
  const { sql } = tx;
  const [[team], members] = await Promise.all([
    sql<Omit<StandingTeam, "members">[]>`
      select id, name, age_group as "ageGroup", unit_id as "unitId", valid_to::text as "validTo", version
        from team where kommun_code = ${signedIn.kommunCode} and id = ${teamId} and child_id is null`,
    sql<StandingTeam["members"][number][]>`
      select m.person_id as "personId", p.given_name || ' ' || p.family_name as name, p.title, m.part,
             m.is_convenor as "isConvenor", m.valid_from::text as "validFrom", m.valid_to::text as "validTo"
        from team_member m join person p on p.kommun_code = m.kommun_code and p.id = m.person_id
       where m.kommun_code = ${signedIn.kommunCode} and m.team_id = ${teamId}
       order by m.valid_to nulls first, m.is_convenor desc, p.family_name, m.valid_from`,
  ]);
  if (team === undefined) return notFound();
  return { ...team, members };
}

export const recordTeamInput = z.object({
  teamId: z.uuid(),
  /** The version that is changed; null adds a team. */
  version: z.int().nullable(),
  name: z.string().trim().min(1).max(200),
  ageGroup: z.enum(BARNTEAM_AGE_GROUPS).exclude(["utan_barnteam"]),
  unitId: z.uuid().nullable(),
  validTo: day.nullable(),
});

export async function recordTeam(
  ctx: ActorContext,
  { teamId, version, ...sent }: z.infer<typeof recordTeamInput>,
): Promise<void> {
  const { sql } = ctx.tx;
  const { kommunCode } = ctx.signedIn;
  if (version === null) {
    const added = await sql`
      insert into team (kommun_code, id, kind, name, age_group, unit_id, valid_to)
      values (${kommunCode}, ${teamId}, 'barnteam', ${sent.name}, ${sent.ageGroup}, ${sent.unitId}, ${sent.validTo})
      on conflict (kommun_code, id) do nothing`;
    if (added.count === 0) return;
    return auditAdministration(ctx, "recordTeam", { table: "team", id: teamId, fields: Object.keys(sent) });
  }
  const here = sql`kommun_code = ${kommunCode} and id = ${teamId} and child_id is null`;
  const [stored] = await sql<(typeof sent & { version: number })[]>`
    select name, age_group as "ageGroup", unit_id as "unitId", valid_to::text as "validTo", version
      from team where ${here} for update`;
  if (stored === undefined) return notFound();
  const { version: current, ...fields } = stored;
  if (current !== version) return conflict(current, fields);
  await sql`
    update team set name = ${sent.name}, age_group = ${sent.ageGroup}, unit_id = ${sent.unitId},
           valid_to = ${sent.validTo}, version = version + 1 where ${here}`;
  await auditAdministration(ctx, "recordTeam", {
    table: "team",
    id: teamId,
    fields: changedFields(fields, sent),
  });
}

export const seatMemberInput = z.object({
  teamId: z.uuid(),
  personId: z.uuid(),
  part: z.string().trim().min(1).max(100),
  isConvenor: z.boolean(),
  validFrom: day,
  validTo: day.nullable(),
});

/**
 * A seat from and to, also for somebody who is invited beyond the model's list. Nobody takes one for themselves. It
 * opens children, each of which has it among its shares.
 * @throws KompassError `step_up_needed`
 */
export async function seatMember(ctx: ActorContext, sent: z.infer<typeof seatMemberInput>): Promise<void> {
  requireStepUp(ctx, WAY_IN_MINUTES);
  if (sent.validTo !== null && sent.validTo < sent.validFrom) {
    return invalid({ field: "validTo", expected: "not_before_start" });
  }
  const { sql } = ctx.tx;
  const running = await sql`
    select 1 from team_member
     where kommun_code = ${ctx.signedIn.kommunCode} and team_id = ${sent.teamId} and person_id = ${sent.personId}
       and valid_from <> ${sent.validFrom} and (valid_to is null or valid_to >= ${sent.validFrom})`;
  if (running.length > 0) return invalid({ field: "personId", expected: "not_seated_already" });
  await sql`
    insert into team_member (kommun_code, team_id, person_id, part, is_convenor, valid_from, valid_to)
    values (${ctx.signedIn.kommunCode}, ${sent.teamId}, ${sent.personId}, ${sent.part}, ${sent.isConvenor},
            ${sent.validFrom}, ${sent.validTo})
    on conflict (kommun_code, team_id, person_id, valid_from) do update
       set part = excluded.part, is_convenor = excluded.is_convenor, valid_to = excluded.valid_to`;
  await auditAdministration(ctx, "seatMember", {
    table: "team_member",
    id: sent.teamId,
    fields: [sent.personId, "part", "is_convenor", "valid_from", "valid_to"],
  });
}

export const unseatMemberInput = z.object({ teamId: z.uuid(), personId: z.uuid(), validFrom: day });

/** Ends at once: the last day was yesterday. */
export async function unseatMember(
  ctx: ActorContext,
  { teamId, personId, validFrom }: z.infer<typeof unseatMemberInput>,
): Promise<void> {
  const ended = await ctx.tx.sql`
    update team_member set valid_to = ${addDays(ctx.today, -1)}
     where kommun_code = ${ctx.signedIn.kommunCode} and team_id = ${teamId} and person_id = ${personId}
       and valid_from = ${validFrom} and (valid_to is null or valid_to >= ${ctx.today})`;
  if (ended.count === 0) return notFound();
  await auditAdministration(ctx, "unseatMember", {
    table: "team_member",
    id: teamId,
    fields: [personId, "valid_to"],
  });
}
