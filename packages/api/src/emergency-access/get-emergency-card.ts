import type { SupportStatus } from "@kompassen/domain/barnets-plan";
import type { Area } from "@kompassen/domain/behovskompass";
import type { RelationKind } from "@kompassen/domain/people";
import type { LocalDate } from "@kompassen/domain/shared";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { notFound } from "../errors/index.ts";

/** What is needed in an emergency and nothing else: who the child is, who is close, what help runs. No score. */
export interface EmergencyCard {
  readonly childId: string;
  readonly caseNumber: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: LocalDate | null;
  readonly accessId: string;
  readonly closesAt: string;
  readonly guardians: readonly { readonly name: string; readonly relation: string }[];
  readonly responsible: readonly {
    readonly kind: RelationKind;
    readonly name: string;
    readonly title: string;
  }[];
  readonly supports: readonly {
    readonly area: Area;
    readonly description: string;
    readonly givenBy: string;
    readonly status: SupportStatus;
  }[];
}

type ChildRow = Omit<EmergencyCard, "guardians" | "responsible" | "supports">;

export async function getEmergencyCard(
  { tx, signedIn, today }: ActorContext,
  { childId }: AuthorizedChild,
): Promise<EmergencyCard> {
  const { sql } = tx;
  const [children, guardians, responsible, supports] = await Promise.all([
    sql<ChildRow[]>`
      select c.id as "childId", c.case_number as "caseNumber", c.given_name as "givenName",
             c.family_name as "familyName", c.birth_date::text as "birthDate", e.id as "accessId",
             e.closes_at as "closesAt"
        from child c join emergency_access e on e.kommun_code = c.kommun_code and e.child_id = c.id
       where c.kommun_code = kompass.kommun() and c.id = ${childId} and e.person_id = ${signedIn.personId}
         and e.closes_at > now() and e.ended_at is null
       order by e.closes_at desc limit 1`,
    sql<EmergencyCard["guardians"][number][]>`
      select name, relation from guardian
       where kommun_code = kompass.kommun() and child_id = ${childId} order by ordinal`,
    sql<EmergencyCard["responsible"][number][]>`
      select r.kind, p.given_name || ' ' || p.family_name as name, p.title
        from child_relation r join person p on p.kommun_code = r.kommun_code and p.id = r.person_id
       where r.kommun_code = kompass.kommun() and r.child_id = ${childId}
         and r.kind in ('barnkontakt', 'stodsamordnare')
         and r.valid_from <= ${today} and (r.valid_to is null or r.valid_to >= ${today})
       order by r.kind desc`,
    sql<EmergencyCard["supports"][number][]>`
      select area, description, given_by as "givenBy", status from support
       where kommun_code = kompass.kommun() and child_id = ${childId} and status <> 'klart'
         and (ends_on is null or ends_on >= ${today}) order by starts_on`,
  ]);
  const [child] = children;
  return child === undefined ? notFound() : { ...child, guardians, responsible, supports };
}
