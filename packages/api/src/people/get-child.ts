import type { ConsentState, ConsentStep, ScopeLine } from "@kompassen/domain/consent";
import { DEFAULT_RULES, type FollowUpStatus, followUpStatus } from "@kompassen/domain/follow-up";
import {
  type ClosingReason,
  type ProtectedIdentity,
  RELATION_KINDS,
  type RelationKind,
} from "@kompassen/domain/people";
import type { LocalDate } from "@kompassen/domain/shared";
import type { AuthorizedChild, Standing } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { notFound } from "../errors/index.ts";

export interface ChildRelation {
  readonly id: string;
  readonly kind: RelationKind;
  readonly personId: string;
  readonly name: string;
  readonly title: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

export interface ChildGuardian {
  readonly id: string;
  readonly ordinal: number;
  readonly name: string;
  readonly relation: string;
  /** Whether the guardian has a way in of their own. */
  readonly hasAccount: boolean;
  readonly version: number;
}

/** The latest answer of one party to one consent. `guardianId` absent = the child's own. */
export interface ChildConsent {
  readonly id: string;
  readonly step: ConsentStep;
  readonly guardianId: string | null;
  readonly state: ConsentState;
  readonly decidedOn: LocalDate;
  readonly validTo: LocalDate | null;
  readonly paperLocation: string | null;
  /** The wrong record that this one stands in the place of. */
  readonly corrects: string | null;
  /** Empty is the whole team of the step, with all its areas. */
  readonly scope: readonly ScopeLine[];
}

export interface OpenDraft {
  readonly id: string;
  readonly compassId: string;
  readonly rater: string;
  readonly savedAt: string;
  readonly isMine: boolean;
  readonly isShownAnyway: boolean;
}

export interface ChildCard {
  readonly id: string;
  readonly caseNumber: string;
  /** With protected identity the case number stands for the name, which `getProtectedName` tells. */
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: LocalDate | null;
  readonly protectedIdentity: ProtectedIdentity;
  /** Absent for a child with protected identity: the unit is hidden even for the team. */
  readonly unit: { readonly id: string; readonly name: string } | null;
  readonly nextFollowUpOn: LocalDate | null;
  readonly followUpStatus: FollowUpStatus | null;
  readonly closedOn: LocalDate | null;
  readonly closingReason: ClosingReason | null;
  readonly version: number;
  readonly standings: readonly Standing[];
  readonly relations: readonly ChildRelation[];
  readonly guardians: readonly ChildGuardian[];
  readonly consents: readonly ChildConsent[];
  readonly coveredSteps: readonly ConsentStep[];
  /** Steps that somebody has decided to ask the child itself for, by age and maturity. */
  readonly askedSteps: readonly ConsentStep[];
  readonly drafts: readonly OpenDraft[];
  readonly individualTeamId: string | null;
}

interface ChildRow {
  readonly case_number: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly birth_date: LocalDate | null;
  readonly protected_identity: ProtectedIdentity;
  readonly unit_id: string;
  readonly unit_name: string;
  readonly next_follow_up_on: LocalDate | null;
  readonly closed_on: LocalDate | null;
  readonly closing_reason: ClosingReason | null;
  readonly version: number;
  readonly covers_barnteam: boolean;
  readonly covers_individual: boolean;
  readonly asked_steps: readonly ConsentStep[];
  readonly team_id: string | null;
}

/**
 * Who the child is, who follows it, which consents run, which forms are open. Holds no score. A samtalsledare gets
 * only what the own conversation needs: neither who else stands to the child nor what has been consented to.
 */
export async function getChild(
  { tx, signedIn, today }: ActorContext,
  { childId, standings }: AuthorizedChild,
): Promise<ChildCard> {
  const { sql } = tx;
  const [children, relations, guardians, consents, drafts] = await Promise.all([
    sql<ChildRow[]>`
      select c.case_number, c.given_name, c.family_name, c.birth_date::text, c.protected_identity, c.unit_id,
             u.name as unit_name, c.next_follow_up_on::text, c.closed_on::text, c.closing_reason, c.version,
             kompass.is_covered_by_consent(c.id, 'skriftligt_barnteam', ${today}) as covers_barnteam,
             kompass.is_covered_by_consent(c.id, 'skriftligt_individuellt', ${today}) as covers_individual,
             array(select a.step from (
               select distinct on (step) step, is_asked from child_asked
                where kommun_code = c.kommun_code and child_id = c.id
                order by step, decided_on desc, recorded_at desc, id desc) a where a.is_asked) as asked_steps,
             (select t.id from team t where t.kommun_code = c.kommun_code and t.child_id = c.id limit 1) as team_id
        from child c join unit u on u.kommun_code = c.kommun_code and u.id = c.unit_id
       where c.kommun_code = kompass.kommun() and c.id = ${childId}`,
    sql<ChildRelation[]>`
      select r.id, r.kind, r.person_id as "personId", p.given_name || ' ' || p.family_name as name, p.title,
             r.valid_from::text as "validFrom", r.valid_to::text as "validTo"
        from child_relation r join person p on p.kommun_code = r.kommun_code and p.id = r.person_id
       where r.kommun_code = kompass.kommun() and r.child_id = ${childId}
       order by r.valid_from, array_position(${[...RELATION_KINDS]}::text[], r.kind), r.id`,
    sql<ChildGuardian[]>`
      select id, ordinal, name, relation, account_id is not null as "hasAccount", version from guardian
       where kommun_code = kompass.kommun() and child_id = ${childId} order by ordinal`,
    sql<ChildConsent[]>`
      select distinct on (c.step, c.guardian_id) c.id, c.step, c.guardian_id as "guardianId", c.state,
             c.decided_on::text as "decidedOn", c.valid_to::text as "validTo", c.paper_location as "paperLocation",
             c.corrects,
             coalesce((select json_agg(json_build_object('fromUnitId', s.from_unit_id, 'toUnitId', s.to_unit_id,
                                                         'areas', s.areas))
                         from consent_scope s where s.kommun_code = c.kommun_code and s.consent_id = c.id), '[]') as scope
        from consent c where c.kommun_code = kompass.kommun() and c.child_id = ${childId}
         and not exists (select 1 from consent x where x.kommun_code = c.kommun_code and x.corrects = c.id)
       order by c.step, c.guardian_id, c.decided_on desc, c.recorded_at desc, c.id desc`,
    sql<OpenDraft[]>`
      select id, compass_id as "compassId", rater, saved_at as "savedAt", author_id = ${signedIn.personId} as "isMine",
             shown_anyway_at is not null as "isShownAnyway"
        from draft where kommun_code = kompass.kommun() and child_id = ${childId} order by opened_at`,
  ]);
  const [row] = children;
  if (row === undefined) return notFound();
  const seesAll = standings.some((standing) => standing !== "samtalsledare");
  const isProtected = row.protected_identity !== "ingen";
  const plan = { isActive: row.closed_on === null, plannedOn: row.next_follow_up_on, doneOn: null };
  return {
    id: childId,
    caseNumber: row.case_number,
    givenName: isProtected ? row.case_number : row.given_name,
    familyName: isProtected ? "" : row.family_name,
    birthDate: row.birth_date,
    protectedIdentity: row.protected_identity,
    unit: isProtected ? null : { id: row.unit_id, name: row.unit_name },
    nextFollowUpOn: row.next_follow_up_on,
    followUpStatus: followUpStatus(plan, today, DEFAULT_RULES),
    closedOn: row.closed_on,
    closingReason: row.closing_reason,
    version: row.version,
    standings,
    relations: seesAll ? relations : [],
    guardians,
    consents: seesAll ? consents : [],
    coveredSteps: [
      ...(seesAll && row.covers_barnteam ? (["skriftligt_barnteam"] as const) : []),
      ...(seesAll && row.covers_individual ? (["skriftligt_individuellt"] as const) : []),
    ],
    askedSteps: seesAll ? row.asked_steps : [],
    drafts: seesAll ? drafts : drafts.filter(({ isMine }) => isMine),
    individualTeamId: seesAll ? row.team_id : null,
  };
}
