import type { Area } from "@kompassen/domain/behovskompass";
import type { ConsentStep } from "@kompassen/domain/consent";
import type { LocalDate } from "@kompassen/domain/shared";
import type { SharedField, SharingGround, SharingWay } from "@kompassen/domain/sharing";
import type { FamilyContext } from "./family-procedure.ts";

export interface FamilyShare {
  readonly id: string;
  readonly sharedOn: LocalDate;
  readonly way: SharingWay;
  readonly areas: readonly Area[];
  readonly fields: readonly SharedField[];
  readonly from: string;
  /** Names with titles, units, and others. */
  readonly to: readonly string[];
  readonly necessary: string | null;
  readonly relevant: string | null;
  readonly proportionate: string | null;
  readonly ground: SharingGround;
  readonly groundStep: ConsentStep | null;
  readonly legalReference: string | null;
  readonly groundText: string | null;
  readonly isLasting: boolean;
  readonly endedOn: LocalDate | null;
}

/** What has been shared about the child, with whom and why; printouts are seen among who has looked. */
export async function listFamilyShares(
  { tx }: FamilyContext,
  { childId }: { readonly childId: string },
): Promise<FamilyShare[]> {
  return await tx.sql<FamilyShare[]>`
    with people as materialized (
      select distinct person_id, name, title, unit_name from kompass.family_people(${childId})
    ), units as materialized (select unit_id, name from kompass.family_units(${childId}))
    select s.id, s.shared_on::text as "sharedOn", s.way, s.areas, s.fields,
           (select concat_ws(', ', p.name, p.title, p.unit_name) from people p where p.person_id = s.from_person_id) as "from",
           array(select concat_ws(', ', p.name, p.title) from people p where p.person_id = any(s.to_person_ids)
                  order by p.name, p.person_id)
           || case when s.to_person_ids = '{}' then
                array(select u.name from units u where u.unit_id = any(s.to_unit_ids) order by u.name, u.unit_id)
              else '{}' end
           || case when s.to_other is null then '{}'::text[] else array[s.to_other] end as "to",
           s.necessary, s.relevant, s.proportionate, s.ground, s.ground_step as "groundStep",
           s.legal_reference as "legalReference", s.ground_text as "groundText", s.is_lasting as "isLasting",
           s.ended_on::text as "endedOn"
      from sharing s
     where s.kommun_code = kompass.kommun() and s.child_id = ${childId} and s.way <> 'printout'
     order by s.shared_on desc, s.id`;
}
