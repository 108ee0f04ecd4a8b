import { PROTECTED_IDENTITIES } from "@kompassen/domain/people";
import {
  CANDIDATE_STATES,
  REGISTER_NOTICE_KINDS,
  REGISTER_RUN_STATES,
} from "@kompassen/domain/school-register";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, kommunCode, localDate, noLongerThan, oneOf, version } from "./columns.ts";
import { unit } from "./organisation.ts";
import { child, guardian } from "./people.ts";

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** One reading of the school register, whole or since the last. One at a time in a kommun. */
export const registerRun = pgTable(
  "register_run",
  {
    kommunCode: kommunCode(),
    id: id(),
    source: text("source").notNull(),
    isFull: boolean("is_full").notNull(),
    modifiedAfter: instant("modified_after"),
    startedAt: instant("started_at").notNull(),
    endedAt: instant("ended_at"),
    state: text("state", { enum: REGISTER_RUN_STATES }).notNull().default("running"),
    counts: jsonb("counts").notNull().default({}),
    faultCount: integer("fault_count").notNull().default(0),
    stoppedBy: text("stopped_by"),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    uniqueIndex("register_run_one_running").on(t.kommunCode).where(sql`${t.state} in ('running', 'stopped')`),
    oneOf("register_run_state_known", t.state, REGISTER_RUN_STATES),
    noLongerThan("register_run_source_length", t.source, 300),
    noLongerThan("register_run_stopped_by_length", t.stoppedBy, 300),
  ],
);

/** How far a reading has come in each resource: moved in the transaction that writes the page. */
export const registerCursor = pgTable(
  "register_cursor",
  {
    kommunCode: kommunCode(),
    runId: uuid("run_id").notNull(),
    resource: text("resource").notNull(),
    pageToken: text("page_token"),
    pages: integer("pages").notNull().default(0),
    isDone: boolean("is_done").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.runId, t.resource] }),
    foreignKey({
      columns: [t.kommunCode, t.runId],
      foreignColumns: [registerRun.kommunCode, registerRun.id],
    }).onDelete("cascade"),
    noLongerThan("register_cursor_page_token_length", t.pageToken, 4000),
  ],
);

/** What could not be accepted: where, and what was expected. Never what stood there. */
export const registerFault = pgTable(
  "register_fault",
  {
    kommunCode: kommunCode(),
    runId: uuid("run_id").notNull(),
    resource: text("resource").notNull(),
    page: integer("page").notNull(),
    position: integer("position").notNull(),
    field: text("field").notNull(),
    sourceId: text("source_id"),
    expected: text("expected").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.runId, t.resource, t.page, t.position, t.field] }),
    foreignKey({
      columns: [t.kommunCode, t.runId],
      foreignColumns: [registerRun.kommunCode, registerRun.id],
    }).onDelete("cascade"),
    noLongerThan("register_fault_field_length", t.field, 200),
    noLongerThan("register_fault_source_id_length", t.sourceId, 200),
    noLongerThan("register_fault_expected_length", t.expected, 100),
  ],
);

/** Codes that the standard does not have, kept as they were written. */
export const registerUnknownCode = pgTable(
  "register_unknown_code",
  {
    kommunCode: kommunCode(),
    resource: text("resource").notNull(),
    field: text("field").notNull(),
    code: text("code").notNull(),
    firstRunId: uuid("first_run_id").notNull(),
    lastRunId: uuid("last_run_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.resource, t.field, t.code] }),
    noLongerThan("register_unknown_code_code_length", t.code, 200),
    noLongerThan("register_unknown_code_field_length", t.field, 200),
  ],
);

export const registerOrganisation = pgTable(
  "register_organisation",
  {
    kommunCode: kommunCode(),
    sourceId: text("source_id").notNull(),
    name: text("name").notNull(),
    typeSource: text("type_source").notNull(),
    schoolTypes: text("school_types").array().notNull(),
    schoolUnitCode: text("school_unit_code"),
    municipalityCode: text("municipality_code"),
    parentSourceId: text("parent_source_id"),
    startDate: localDate("start_date"),
    endDate: localDate("end_date"),
    /** The place here that has the same school unit code: it takes part. */
    unitId: uuid("unit_id"),
    seenRunId: uuid("seen_run_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.sourceId] }),
    foreignKey({ columns: [t.kommunCode, t.unitId], foreignColumns: [unit.kommunCode, unit.id] }),
    noLongerThan("register_organisation_source_id_length", t.sourceId, 200),
    noLongerThan("register_organisation_name_length", t.name, 200),
    noLongerThan("register_organisation_type_length", t.typeSource, 200),
    check(
      "register_organisation_code_length",
      sql`char_length(${t.schoolUnitCode}) <= 20 and char_length(${t.municipalityCode}) <= 20`,
    ),
  ],
);

/** Pupils, their responsible adults and staff at the places that take part. A pupil here is not a followed child. */
export const registerPerson = pgTable(
  "register_person",
  {
    kommunCode: kommunCode(),
    sourceId: text("source_id").notNull(),
    givenName: text("given_name").notNull(),
    familyName: text("family_name").notNull(),
    birthDate: localDate("birth_date"),
    /** A keyed digest of the personal number, which itself is never kept. */
    civicDigest: bytea("civic_digest"),
    marking: text("marking", { enum: PROTECTED_IDENTITIES }).notNull(),
    markingSource: text("marking_source").notNull(),
    loginKeys: text("login_keys").array().notNull(),
    /** The followed child that this pupil is. */
    childId: uuid("child_id"),
    seenRunId: uuid("seen_run_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.sourceId] }),
    foreignKey({ columns: [t.kommunCode, t.childId], foreignColumns: [child.kommunCode, child.id] }),
    uniqueIndex("register_person_one_of_child")
      .on(t.kommunCode, t.childId)
      .where(sql`${t.childId} is not null`),
    index("register_person_by_digest")
      .on(t.kommunCode, t.civicDigest)
      .where(sql`${t.civicDigest} is not null`),
    oneOf("register_person_marking_known", t.marking, PROTECTED_IDENTITIES),
    noLongerThan("register_person_source_id_length", t.sourceId, 200),
    noLongerThan("register_person_given_name_length", t.givenName, 200),
    noLongerThan("register_person_family_name_length", t.familyName, 200),
    noLongerThan("register_person_marking_length", t.markingSource, 200),
  ],
);

export const registerResponsible = pgTable(
  "register_responsible",
  {
    kommunCode: kommunCode(),
    pupilSourceId: text("pupil_source_id").notNull(),
    adultSourceId: text("adult_source_id").notNull(),
    relationSource: text("relation_source").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.pupilSourceId, t.adultSourceId] }),
    check(
      "register_responsible_ids_length",
      sql`char_length(${t.pupilSourceId}) <= 200 and char_length(${t.adultSourceId}) <= 200`,
    ),
    noLongerThan("register_responsible_relation_length", t.relationSource, 200),
  ],
);

/** Where a pupil is or has been: an enrolment at a school, or a placement at a preschool. */
export const registerPlacement = pgTable(
  "register_placement",
  {
    kommunCode: kommunCode(),
    sourceId: text("source_id").notNull(),
    pupilSourceId: text("pupil_source_id").notNull(),
    organisationSourceId: text("organisation_source_id").notNull(),
    schoolTypeSource: text("school_type_source"),
    startDate: localDate("start_date"),
    endDate: localDate("end_date"),
    seenRunId: uuid("seen_run_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.sourceId] }),
    index("register_placement_by_pupil").on(t.kommunCode, t.pupilSourceId),
    index("register_placement_by_place").on(t.kommunCode, t.organisationSourceId),
    check(
      "register_placement_ids_length",
      sql`char_length(${t.sourceId}) <= 500 and char_length(${t.pupilSourceId}) <= 200 and char_length(${t.organisationSourceId}) <= 200`,
    ),
    noLongerThan("register_placement_school_type_length", t.schoolTypeSource, 200),
  ],
);

export const registerDuty = pgTable(
  "register_duty",
  {
    kommunCode: kommunCode(),
    sourceId: text("source_id").notNull(),
    personSourceId: text("person_source_id").notNull(),
    organisationSourceId: text("organisation_source_id").notNull(),
    roleSource: text("role_source").notNull(),
    startDate: localDate("start_date"),
    endDate: localDate("end_date"),
    seenRunId: uuid("seen_run_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.sourceId] }),
    index("register_duty_by_person").on(t.kommunCode, t.personSourceId),
    check(
      "register_duty_ids_length",
      sql`char_length(${t.sourceId}) <= 200 and char_length(${t.personSourceId}) <= 200 and char_length(${t.organisationSourceId}) <= 200`,
    ),
    noLongerThan("register_duty_role_length", t.roleSource, 200),
  ],
);

/** An adult whom the register calls responsible for a followed child: a guardian once the Barnkontakt says so. */
export const guardianCandidate = pgTable(
  "guardian_candidate",
  {
    kommunCode: kommunCode(),
    childId: uuid("child_id").notNull(),
    sourceId: text("source_id").notNull(),
    /** Absent for an adult with protected identity. */
    name: text("name"),
    relationSource: text("relation_source").notNull(),
    state: text("state", { enum: CANDIDATE_STATES }).notNull().default("waiting"),
    guardianId: uuid("guardian_id"),
    decidedBy: uuid("decided_by"),
    decidedAt: instant("decided_at"),
    /** The register no longer calls the adult responsible. */
    isGone: boolean("is_gone").notNull().default(false),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.childId, t.sourceId] }),
    foreignKey({ columns: [t.kommunCode, t.childId], foreignColumns: [child.kommunCode, child.id] }),
    foreignKey({ columns: [t.kommunCode, t.guardianId], foreignColumns: [guardian.kommunCode, guardian.id] }),
    oneOf("guardian_candidate_state_known", t.state, CANDIDATE_STATES),
    check("guardian_candidate_decided", sql`(${t.state} = 'waiting') = (${t.decidedAt} is null)`),
    noLongerThan("guardian_candidate_name_length", t.name, 400),
    noLongerThan("guardian_candidate_source_id_length", t.sourceId, 200),
    noLongerThan("guardian_candidate_relation_length", t.relationSource, 200),
  ],
);

/** What the register has changed about a followed child, until whoever is responsible has seen it. */
export const registerNotice = pgTable(
  "register_notice",
  {
    kommunCode: kommunCode(),
    childId: uuid("child_id").notNull(),
    id: id(),
    kind: text("kind", { enum: REGISTER_NOTICE_KINDS }).notNull(),
    fromUnitId: uuid("from_unit_id"),
    toUnitId: uuid("to_unit_id"),
    occurredOn: localDate("occurred_on").notNull(),
    seenAt: instant("seen_at"),
    seenBy: uuid("seen_by"),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.childId, t.id] }),
    foreignKey({ columns: [t.kommunCode, t.childId], foreignColumns: [child.kommunCode, child.id] }),
    foreignKey({ columns: [t.kommunCode, t.fromUnitId], foreignColumns: [unit.kommunCode, unit.id] }),
    foreignKey({ columns: [t.kommunCode, t.toUnitId], foreignColumns: [unit.kommunCode, unit.id] }),
    index("register_notice_unseen").on(t.kommunCode, t.childId).where(sql`${t.seenAt} is null`),
    oneOf("register_notice_kind_known", t.kind, REGISTER_NOTICE_KINDS),
  ],
);
