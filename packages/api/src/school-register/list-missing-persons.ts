import type { ActorTransaction } from "@kompassen/db";
import type { LocalDate } from "@kompassen/domain/shared";

/** Pupils placed here, their adults, and staff on duty here, whom the register has named but not described. */
export async function listMissingPersons(
  { sql }: ActorTransaction,
  today: LocalDate,
): Promise<readonly string[]> {
  const rows = await sql<{ id: string }[]>`
    with here as (
      select source_id from register_organisation where kommun_code = kompass.kommun() and unit_id is not null
    ), pupil as (
      select pupil_source_id as id from register_placement
       where kommun_code = kompass.kommun() and organisation_source_id in (select source_id from here)
         and (end_date is null or end_date >= ${today})
    ), named as (
      select id from pupil
      union select adult_source_id from register_responsible
             where kommun_code = kompass.kommun() and pupil_source_id in (select id from pupil)
      union select person_source_id from register_duty
             where kommun_code = kompass.kommun() and organisation_source_id in (select source_id from here)
               and (end_date is null or end_date >= ${today})
    )
    select id from named
     where not exists (select 1 from register_person p where p.kommun_code = kompass.kommun() and p.source_id = named.id)
     order by id`;
  return rows.map(({ id }) => id);
}
