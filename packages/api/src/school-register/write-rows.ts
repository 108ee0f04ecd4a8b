import type { ActorTransaction } from "@kompassen/db";
import type {
  RegisterDuty,
  RegisterOrganisation,
  RegisterPerson,
  RegisterPlacement,
  RegisterRows,
} from "@kompassen/domain/school-register";
import { civicDigest } from "./civic-digest.ts";
import type { RegisterRun } from "./register-run.ts";
import { type RegisterTable, upsertRows, type Written } from "./upsert-rows.ts";

const PERIOD = { start_date: "date", end_date: "date" } as const;

const ORGANISATIONS: RegisterTable = {
  name: "register_organisation",
  columns: {
    name: "text",
    type_source: "text",
    school_types: "text[]",
    school_unit_code: "text",
    municipality_code: "text",
    parent_source_id: "text",
    ...PERIOD,
  },
};
const PLACEMENTS: RegisterTable = {
  name: "register_placement",
  columns: {
    pupil_source_id: "text",
    organisation_source_id: "text",
    school_type_source: "text",
    ...PERIOD,
  },
};
const DUTIES: RegisterTable = {
  name: "register_duty",
  columns: { person_source_id: "text", organisation_source_id: "text", role_source: "text", ...PERIOD },
};
const PERSONS: RegisterTable = {
  name: "register_person",
  columns: {
    given_name: "text",
    family_name: "text",
    birth_date: "date",
    civic_digest: "bytea",
    marking: "text",
    marking_source: "text",
    login_keys: "text[]",
  },
};

/** The rows of an accepted page. @param key what numbers are digested with, if they are */
export async function writeRows(
  tx: ActorTransaction,
  run: RegisterRun,
  page: RegisterRows,
  key: string | null,
): Promise<Written> {
  switch (page.resource) {
    case "organisations":
      return writeOrganisations(tx, run, page.rows);
    case "placements":
      return upsertRows(tx, PLACEMENTS, run, page.rows.map(toPlacementRow));
    case "duties":
      return upsertRows(tx, DUTIES, run, page.rows.map(toDutyRow));
    case "persons":
      return writePersons(tx, run, page.rows, key);
  }
}

async function writeOrganisations(
  tx: ActorTransaction,
  run: RegisterRun,
  rows: readonly RegisterOrganisation[],
): Promise<Written> {
  const written = await upsertRows(
    tx,
    ORGANISATIONS,
    run,
    rows.map((row) => ({
      source_id: row.sourceId,
      name: row.name,
      type_source: row.typeSource,
      school_types: row.schoolTypes,
      school_unit_code: row.schoolUnitCode,
      municipality_code: row.municipalityCode,
      parent_source_id: row.parentSourceId,
      start_date: row.startDate,
      end_date: row.endDate,
    })),
  );
  await tieOrganisations(tx);
  return written;
}

/** An organisation takes part when a place here has its school unit code, or its id as the place's own code. */
export async function tieOrganisations({ sql }: ActorTransaction): Promise<void> {
  await sql`
    update register_organisation o set unit_id = u.id
      from register_organisation r
      left join unit u on u.kommun_code = r.kommun_code
       and (u.school_unit_code = r.school_unit_code or u.code = r.source_id)
       and (u.valid_to is null or u.valid_to >= kompass.today())
     where r.kommun_code = kompass.kommun() and o.kommun_code = r.kommun_code and o.source_id = r.source_id
       and o.unit_id is distinct from u.id`;
}

async function writePersons(
  tx: ActorTransaction,
  run: RegisterRun,
  rows: readonly RegisterPerson[],
  key: string | null,
): Promise<Written> {
  const written = await upsertRows(
    tx,
    PERSONS,
    run,
    rows.map((row) => ({
      source_id: row.sourceId,
      given_name: row.givenName,
      family_name: row.familyName,
      birth_date: row.birthDate,
      civic_digest: civicDigest(row.civicNo, key),
      marking: row.marking,
      marking_source: row.markingSource,
      login_keys: row.loginKeys,
    })),
  );
  const ids = rows.map(({ sourceId }) => sourceId);
  await replaceEnrolments(tx, run, ids, rows);
  await replaceResponsibles(tx, ids, rows);
  await tiePersons(tx, ids);
  return written;
}

async function replaceEnrolments(
  tx: ActorTransaction,
  run: RegisterRun,
  ids: readonly string[],
  rows: readonly RegisterPerson[],
): Promise<void> {
  const enrolments = [
    ...new Map(rows.flatMap((row) => row.enrolments).map((row) => [row.sourceId, row])).values(),
  ];
  await tx.sql`
    delete from register_placement
     where kommun_code = kompass.kommun() and pupil_source_id = any(${[...ids]}::text[])
       and source_id like pupil_source_id || '/%'
       and source_id <> all(${enrolments.map(({ sourceId }) => sourceId)}::text[])`;
  await upsertRows(tx, PLACEMENTS, run, enrolments.map(toPlacementRow));
}

async function replaceResponsibles(
  { sql }: ActorTransaction,
  ids: readonly string[],
  rows: readonly RegisterPerson[],
): Promise<void> {
  const responsibles = rows.flatMap(({ sourceId, responsibles }) =>
    responsibles.map((adult) => ({ pupil: sourceId, ...adult })),
  );
  await sql`
    delete from register_responsible
     where kommun_code = kompass.kommun() and pupil_source_id = any(${[...ids]}::text[])`;
  await sql`
    insert into register_responsible (kommun_code, pupil_source_id, adult_source_id, relation_source)
    select kompass.kommun(), r.pupil, r."adultSourceId", r."relationSource"
      from jsonb_to_recordset(${JSON.stringify(responsibles)}::text::jsonb)
        as r (pupil text, "adultSourceId" text, "relationSource" text)
    on conflict do nothing`;
}

/**
 * Ties persons to followed children: by the id of the register, or to the child of an earlier id of the same person.
 * What the register says of protection holds from then on (the database sees to it).
 */
async function tiePersons({ sql }: ActorTransaction, ids: readonly string[]): Promise<void> {
  await sql`
    update register_person p set child_id = c.id
      from child c
     where p.kommun_code = kompass.kommun() and p.source_id = any(${[...ids]}::text[]) and p.child_id is null
       and c.kommun_code = p.kommun_code and c.source_key = p.source_id
       and not exists (select 1 from register_person o where o.kommun_code = c.kommun_code and o.child_id = c.id)`;
  const renamed = await sql<{ from: string; to: string; childId: string }[]>`
    select o.source_id as "from", p.source_id as "to", o.child_id as "childId"
      from register_person p
      join register_person o on o.kommun_code = p.kommun_code and o.civic_digest = p.civic_digest
       and o.source_id <> p.source_id and o.child_id is not null
     where p.kommun_code = kompass.kommun() and p.source_id = any(${[...ids]}::text[]) and p.child_id is null`;
  for (const { from, to, childId } of renamed) {
    await sql`update register_person set child_id = null where kommun_code = kompass.kommun() and source_id = ${from}`;
    await sql`update register_person set child_id = ${childId} where kommun_code = kompass.kommun() and source_id = ${to}`;
  }
}

function toPlacementRow(row: RegisterPlacement) {
  return {
    source_id: row.sourceId,
    pupil_source_id: row.pupilSourceId,
    organisation_source_id: row.organisationSourceId,
    school_type_source: row.schoolTypeSource,
    start_date: row.startDate,
    end_date: row.endDate,
  };
}

function toDutyRow(row: RegisterDuty) {
  return {
    source_id: row.sourceId,
    person_source_id: row.personSourceId,
    organisation_source_id: row.organisationSourceId,
    role_source: row.roleSource,
    start_date: row.startDate,
    end_date: row.endDate,
  };
}
