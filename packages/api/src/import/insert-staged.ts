import type { ImportContext } from "./import-request.ts";
import type { PlannedRows } from "./planned-rows.ts";

/** From here on the server counts the tables anew, before other rows point at them. */
const MANY = 500;

/**
 * Moves what was staged into the tables, parents first, through row security and every constraint. Sent at once:
 * the server goes from one to the next without waiting for this process.
 */
export async function insertFamilies(
  { tx, today }: ImportContext,
  { children, compasses }: PlannedRows,
): Promise<void> {
  const { sql } = tx;
  await Promise.all([
    sql`
      insert into child (kommun_code, id, case_number, given_name, family_name, birth_date, protected_identity, unit_id,
                         source_key, registered_on)
      select kompass.kommun(), id, case_number, given_name, family_name, birth_date, protected_identity, unit_id,
             source_key, ${today}
        from imported_child`,
    ...(children.length > MANY ? [sql`select kompass.count_children()`] : []),
    sql`
      insert into child_relation (kommun_code, id, child_id, person_id, kind, valid_from)
      select kompass.kommun(), relation_id, id, person_id, kind, ${today} from imported_child`,
    sql`
      insert into placement (kommun_code, id, child_id, unit_id, valid_from)
      select kompass.kommun(), placement_id, id, unit_id, placed_from from imported_child`,
    // Nobody has said the name: the rater key is all that a file tells of a guardian.
    sql`
      insert into guardian (kommun_code, id, child_id, ordinal, name, relation)
      select kompass.kommun(), id, child_id, ordinal, 'Vårdnadshavare ' || ordinal, 'vårdnadshavare'
        from imported_guardian`,
    sql`
      insert into compass (kommun_code, id, child_id, kind, opened_on, source_key)
      select kompass.kommun(), id, child_id, kind, opened_on, source_key from imported_compass`,
    ...(compasses.length > MANY ? [sql`select kompass.count_rounds()`] : []),
    sql`
      insert into process_step (kommun_code, child_id, kind, id, unit_id, age_group, registered_on, occurred_on, source)
      select kompass.kommun(), child_id, case kind when 'first' then 'behovskompass' else 'uppfoljning' end, id,
             unit_id, age_group, registered_on, assessed_on, 'import'
        from imported_compass where age_group is not null`,
    sql`
      insert into process_step (kommun_code, child_id, kind, id, unit_id, age_group, registered_on, occurred_on, source)
      select kompass.kommun(), r.child_id, case r.kind when 'first' then 'behovskompass' else 'uppfoljning' end, r.id,
             place.unit_id, place.age_group, r.registered_on, r.assessed_on, 'import'
        from imported_compass r cross join lateral kompass.place_at_event(r.child_id, r.assessed_on) place
       where r.age_group is null`,
  ]);
}

export async function insertAnswers({ tx }: ImportContext): Promise<void> {
  const { sql } = tx;
  await Promise.all([
    sql`
      insert into assessment (kommun_code, child_id, id, compass_id, rater_kind, rater, guardian_id, version_number,
                              age_form, assessed_on, registered_on, area_sums, area_counts, answers)
      select kompass.kommun(), child_id, id, compass_id, rater_kind, rater, guardian_id, version_number, age_form,
             assessed_on, registered_on, area_sums, area_counts, answers
        from imported_assessment`,
    sql`
      insert into area_thought (kommun_code, child_id, compass_id, area, concern, target)
      select kompass.kommun(), child_id, compass_id, area, concern, target from imported_thought`,
  ]);
}
