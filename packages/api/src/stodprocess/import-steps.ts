import type { ActorTransaction } from "@kompassen/db";
import { compareText, type FileFault, type LocalDate, shownValue } from "@kompassen/domain/shared";
import { type FileStep, listStepChildren, readSteps } from "@kompassen/domain/stodprocess";
import { auditJob } from "../audit/index.ts";
import { type CsvSource, readCsvTable } from "../csv/index.ts";
import { type FileImportResult, refuse, waitForTurn } from "./file-import.ts";
import { findChildren } from "./find-children.ts";
import { loadUnits } from "./load-units.ts";

/**
 * Reads steps.csv into the kommun of the job, whole or not at all. A step that is there already is left as it is,
 * so the same file a second time changes nothing.
 */
export async function importSteps(
  tx: ActorTransaction,
  source: CsvSource,
  today: LocalDate,
): Promise<FileImportResult> {
  const { rows, faults: textFaults } = await readCsvTable(source);
  await waitForTurn(tx);
  const [children, units] = await Promise.all([findChildren(tx, listStepChildren(rows)), loadUnits(tx)]);
  const read = readSteps(rows, { children, units }, today);
  if (!read.ok) return refuse([...textFaults, ...read.faults]);
  if (textFaults.length > 0) return refuse(textFaults);
  const stored = await loadStored(
    tx,
    read.value.map(({ key }) => key),
  );
  const changed = read.value.filter((step) => {
    const before = stored.get(step.key);
    return before !== undefined && !isSame(before, step);
  });
  if (changed.length > 0) return refuse(changed.map(toFault));
  const added = read.value.filter(({ key }) => !stored.has(key));
  await insertSteps(tx, added);
  await audit(tx, added);
  return { kind: "accepted", rows: read.value.length, added: added.length, replaced: 0 };
}

type StoredStep = Omit<FileStep, "row">;

async function loadStored(
  { sql }: ActorTransaction,
  keys: readonly string[],
): Promise<Map<string, StoredStep>> {
  const rows = await sql<StoredStep[]>`
    select source_key as key, child_id as "childId", kind, detail, unit_id as "unitId", age_group as "ageGroup",
           registered_on::text as "registeredOn", occurred_on::text as "occurredOn"
      from process_step where kommun_code = kompass.kommun() and source_key = any(${[...keys]}::text[])`;
  return new Map(rows.map((row) => [row.key, row]));
}

/** What the file leaves to be derived, and the unit of a child who has since been protected, is not compared. */
function isSame(stored: StoredStep, file: FileStep): boolean {
  const isSamePlace = file.unitId === null || stored.unitId === null || file.unitId === stored.unitId;
  const isSameGroup = file.ageGroup === null || file.ageGroup === stored.ageGroup;
  return (
    isSamePlace &&
    isSameGroup &&
    stored.childId === file.childId &&
    stored.kind === file.kind &&
    stored.detail === file.detail &&
    stored.registeredOn === file.registeredOn &&
    stored.occurredOn === file.occurredOn
  );
}

function toFault({ row, key }: FileStep): FileFault {
  return { row, column: "id", value: shownValue(key), expected: { code: "stored_step" } };
}

const ROWS_A_STATEMENT = 5_000;

async function insertSteps({ sql }: ActorTransaction, steps: readonly FileStep[]): Promise<void> {
  for (let start = 0; start < steps.length; start += ROWS_A_STATEMENT) {
    const chunk = JSON.stringify(steps.slice(start, start + ROWS_A_STATEMENT));
    await sql`
      insert into process_step (kommun_code, child_id, kind, id, detail, unit_id, age_group, registered_on, occurred_on,
                                source, source_key)
      select c.kommun_code, c.id, s.kind, gen_random_uuid(), s.detail,
             case when c.protected_identity = 'ingen' then coalesce(u.id, place.unit_id) end,
             coalesce(s."ageGroup", case when u.id is null then place.age_group
                                    else kompass.barnteam_age_group(c.birth_date, u.kind, s."occurredOn") end),
             s."registeredOn", s."occurredOn", 'import', s.key
        from jsonb_to_recordset(${chunk}::text::jsonb) as s (
               "childId" uuid, kind text, detail text, "unitId" uuid, "ageGroup" text, "registeredOn" date,
               "occurredOn" date, key text)
        join child c on c.kommun_code = kompass.kommun() and c.id = s."childId"
        left join unit u on u.kommun_code = c.kommun_code and u.id = s."unitId"
        cross join lateral kompass.place_at_event(c.id, s."occurredOn") place`;
  }
}

async function audit(tx: ActorTransaction, added: readonly FileStep[]): Promise<void> {
  const childIds = [...new Set(added.map(({ childId }) => childId))].toSorted(compareText);
  await auditJob(tx, "import", childIds, {
    verb: "stodprocess.importSteps",
    purpose: "import",
    fields: ["process_step"],
  });
}
