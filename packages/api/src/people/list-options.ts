import type { PersonRole, UnitKind } from "@kompassen/domain/people";
import type { ActorContext } from "../context/index.ts";

export interface UnitOption {
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
}

export interface StaffOption {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly roles: readonly PersonRole[];
}

/** Places and colleagues of the own kommun, to choose among in a form. */
export async function listOptions({
  tx,
}: ActorContext): Promise<{ units: readonly UnitOption[]; staff: readonly StaffOption[] }> {
  const [units, staff] = await Promise.all([
    tx.sql<UnitOption[]>`
      select id, name, kind from unit where kommun_code = kompass.kommun() order by name`,
    tx.sql<StaffOption[]>`
      select p.id, p.given_name || ' ' || p.family_name as name, p.title,
             array(select r.role from person_role r where r.kommun_code = p.kommun_code and r.person_id = p.id
                    and r.valid_from <= kompass.today() and (r.valid_to is null or r.valid_to >= kompass.today())) as roles
        from person p where p.kommun_code = kompass.kommun() and p.disabled_at is null
       order by p.family_name, p.given_name`,
  ]);
  return { units, staff };
}
