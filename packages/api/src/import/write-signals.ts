import { DEFAULT_RULES } from "@kompassen/domain/follow-up";
import type { ChangedSignals } from "./compare-changed.ts";
import { copyRows } from "./copy-rows.ts";
import type { ImportContext } from "./import-request.ts";
import type { PlaceNew } from "./place-new.ts";

const RULE_SET = `${DEFAULT_RULES.id}-${DEFAULT_RULES.version}`;

export async function writeSignals(
  { tx, today }: ImportContext,
  { raised, raisedAgain, changed, superseded }: ChangedSignals,
  newId: () => string,
  placeNew: PlaceNew,
): Promise<void> {
  const { sql } = tx;
  if (raised.length > 0) {
    const staging = {
      name: "imported_signal",
      columns: `id uuid, child_id uuid, compass_id uuid, area text, raised jsonb, unit_id uuid, age_group text`,
    };
    await copyRows(tx, staging, raised, ({ childId, compassId, area, raisedBy }) => {
      const place = placeNew(childId, today);
      const where = [place?.unitId ?? null, place?.ageGroup ?? null] as const;
      return [newId(), childId, compassId, area, JSON.stringify(raisedBy), ...where];
    });
    await sql`
      insert into signal (kommun_code, id, child_id, compass_id, area, raised, rule_set)
      select kompass.kommun(), id, child_id, compass_id, area, raised, ${RULE_SET} from imported_signal`;
    await sql`
      insert into process_step (kommun_code, child_id, kind, id, unit_id, age_group, registered_on, occurred_on, source)
      select kompass.kommun(), child_id, 'signal_raised', id, unit_id, age_group, ${today}, ${today}, 'import'
        from imported_signal where age_group is not null`;
    await sql`
      insert into process_step (kommun_code, child_id, kind, id, unit_id, age_group, registered_on, occurred_on, source)
      select kompass.kommun(), s.child_id, 'signal_raised', s.id, place.unit_id, place.age_group, ${today}, ${today}, 'import'
        from imported_signal s cross join lateral kompass.place_at_event(s.child_id, ${today}) place
       where s.age_group is null`;
  }
  if (raisedAgain.length > 0) {
    await sql`
      update signal s
         set state = 'new', superseded_at = null, seen_at = null, seen_by = null, meeting_id = null,
             raised = n."raisedBy", raised_at = now(), version = version + 1
        from jsonb_to_recordset(${JSON.stringify(raisedAgain)}::text::jsonb) as n (id uuid, "raisedBy" jsonb)
       where s.kommun_code = kompass.kommun() and s.id = n.id`;
  }
  if (changed.length > 0) {
    await sql`
      update signal s set raised = n."raisedBy", version = version + 1
        from jsonb_to_recordset(${JSON.stringify(changed)}::text::jsonb) as n (id uuid, "raisedBy" jsonb)
       where s.kommun_code = kompass.kommun() and s.id = n.id`;
  }
  if (superseded.length > 0) {
    await sql`
      update signal set state = 'superseded', superseded_at = now(), version = version + 1
       where kommun_code = kompass.kommun() and id = any(${[...superseded]}::uuid[])`;
  }
}
