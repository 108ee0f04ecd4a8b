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
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly unitKind: UnitKind | null;
}

/** Places and colleagues of the own kommun, to choose among in a form; a place that is closed is not chosen. */
export async function listOptions({
  tx,
}: ActorContext): Promise<{ units: readonly UnitOption[]; staff: readonly StaffOption[] }> {
  const [units, staff] = await Promise.all([
    tx.sql<UnitOption[]>`
      select id, name, kind from unit
       where kommun_code = kompass.kommun() and (valid_to is null or valid_to >= kompass.today()) order by name`,
    tx.sql<StaffOption[]>`
      select p.id, p.given_name || ' ' || p.family_name as name, p.title, p.unit_id as "unitId",
             u.name as "unitName", u.kind as "unitKind",
             array(select r.role from person_role r where r.kommun_code = p.kommun_code and r.person_id = p.id
                    and r.valid_from <= kompass.today() and (r.valid_to is null or r.valid_to >= kompass.today())) as roles
        from person p left join unit u on u.kommun_code = p.kommun_code and u.id = p.unit_id
       where p.kommun_code = kompass.kommun() and p.disabled_at is null
       order by p.family_name, p.given_name`,
  ]);
  return { units, staff };
}
