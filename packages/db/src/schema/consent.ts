import { AREAS } from "@kompassen/domain/behovskompass";
import { CONSENT_STATES, CONSENT_STEPS, CONSENT_WAYS } from "@kompassen/domain/consent";
import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, kommunCode, localDate, noLongerThan, oneOf, version } from "./columns.ts";
import { person, unit } from "./organisation.ts";
import { child, guardian } from "./people.ts";

const CLOSURE_KINDS = ["agenda", "meeting", "team", "signal", "draft", "share"] as const;

/**
 * One party's answer to one of the three consents. The party is a guardian, or the child when absent. It is never
 * changed: a new answer is a new row, and a wrong one is corrected by a row that says why.
 */
export const consent = pgTable(
  "consent",
  {
    kommunCode: kommunCode(),
    id: id(),
    childId: uuid("child_id").notNull(),
    guardianId: uuid("guardian_id"),
    step: text("step", { enum: CONSENT_STEPS }).notNull(),
    state: text("state", { enum: CONSENT_STATES }).notNull(),
    decidedOn: localDate("decided_on").notNull(),
    validTo: localDate("valid_to"),
    /** Where the signed paper lies. */
    paperLocation: text("paper_location"),
    recordedBy: uuid("recorded_by"),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
    version: version(),
    way: text("way", { enum: CONSENT_WAYS }).notNull().default("in_person"),
    /** The printed form that it was given on. */
    formVersion: text("form_version"),
    /** The guardian who withdrew it by the own login. */
    recordedByGuardian: uuid("recorded_by_guardian"),
    corrects: uuid("corrects"),
    correctionReason: text("correction_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    unique("consent_of_child").on(t.kommunCode, t.childId, t.id),
    unique("consent_corrected_once").on(t.kommunCode, t.corrects),
    foreignKey({ columns: [t.kommunCode, t.childId], foreignColumns: [child.kommunCode, child.id] }),
    foreignKey({
      name: "consent_by_guardian_of_child",
      columns: [t.kommunCode, t.childId, t.guardianId],
      foreignColumns: [guardian.kommunCode, guardian.childId, guardian.id],
    }),
    foreignKey({ columns: [t.kommunCode, t.recordedBy], foreignColumns: [person.kommunCode, person.id] }),
    foreignKey({
      name: "consent_recorded_by_guardian_of_child",
      columns: [t.kommunCode, t.childId, t.recordedByGuardian],
      foreignColumns: [guardian.kommunCode, guardian.childId, guardian.id],
    }),
    foreignKey({
      name: "consent_corrects_same_child",
      columns: [t.kommunCode, t.childId, t.corrects],
      foreignColumns: [t.kommunCode, t.childId, t.id],
    }),
    index("consent_by_child").on(t.kommunCode, t.childId),
    oneOf("consent_step_known", t.step, CONSENT_STEPS),
    oneOf("consent_state_known", t.state, CONSENT_STATES),
    oneOf("consent_way_known", t.way, CONSENT_WAYS),
    check(
      "consent_written_has_paper",
      sql`${t.state} <> 'given' or ${t.step} = 'muntligt' or char_length(btrim(${t.paperLocation})) > 0`,
    ),
    check("consent_recorded_by_one", sql`num_nonnulls(${t.recordedBy}, ${t.recordedByGuardian}) = 1`),
    check(
      "consent_of_the_guardian_alone",
      sql`${t.recordedByGuardian} is null or (${t.recordedByGuardian} = ${t.guardianId} and ${t.state} = 'withdrawn')`,
    ),
    check("consent_correction_has_reason", sql`(${t.corrects} is null) = (${t.correctionReason} is null)`),
    noLongerThan("consent_paper_location_length", t.paperLocation, 400),
    noLongerThan("consent_form_version_length", t.formVersion, 100),
    noLongerThan("consent_correction_reason_length", t.correctionReason, 2000),
  ],
);

/** What a consent lets go from which unit to which; a consent without lines is for the whole team of its step. */
export const consentScope = pgTable(
  "consent_scope",
  {
    kommunCode: kommunCode(),
    consentId: uuid("consent_id").notNull(),
    childId: uuid("child_id").notNull(),
    fromUnitId: uuid("from_unit_id").notNull(),
    toUnitId: uuid("to_unit_id").notNull(),
    areas: text("areas").array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.consentId, t.fromUnitId, t.toUnitId] }),
    ofConsent("consent_scope_of_consent", t),
    foreignKey({ columns: [t.kommunCode, t.fromUnitId], foreignColumns: [unit.kommunCode, unit.id] }),
    foreignKey({ columns: [t.kommunCode, t.toUnitId], foreignColumns: [unit.kommunCode, unit.id] }),
    index("consent_scope_by_child").on(t.kommunCode, t.childId),
    check("consent_scope_has_areas", sql`cardinality(${t.areas}) between 1 and 8`),
    someOf("consent_scope_areas_known", t.areas, AREAS),
  ],
);

/** Whether the child is asked for an own consent: decided by a person, with the reason. The latest counts. */
export const childAsked = pgTable(
  "child_asked",
  {
    kommunCode: kommunCode(),
    id: id(),
    childId: uuid("child_id").notNull(),
    step: text("step", { enum: CONSENT_STEPS }).notNull(),
    isAsked: boolean("is_asked").notNull(),
    reason: text("reason").notNull(),
    decidedOn: localDate("decided_on").notNull(),
    recordedBy: uuid("recorded_by").notNull(),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    foreignKey({ columns: [t.kommunCode, t.childId], foreignColumns: [child.kommunCode, child.id] }),
    foreignKey({ columns: [t.kommunCode, t.recordedBy], foreignColumns: [person.kommunCode, person.id] }),
    index("child_asked_by_child").on(t.kommunCode, t.childId),
    oneOf("child_asked_step_known", t.step, CONSENT_STEPS),
    check("child_asked_has_reason", sql`char_length(btrim(${t.reason})) > 0`),
    noLongerThan("child_asked_reason_length", t.reason, 1000),
  ],
);

/** What closed with an answer, in the same moment; written by the database alone. */
export const consentClosure = pgTable(
  "consent_closure",
  {
    kommunCode: kommunCode(),
    consentId: uuid("consent_id").notNull(),
    ordinal: smallint("ordinal").notNull(),
    childId: uuid("child_id").notNull(),
    kind: text("kind", { enum: CLOSURE_KINDS }).notNull(),
    /** The day of the meeting, of the form, or when the share began. */
    onDay: localDate("on_day"),
    teamKind: text("team_kind"),
    teamName: text("team_name"),
    area: text("area"),
    /** How many no longer see the child. */
    people: integer("people"),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.consentId, t.ordinal] }),
    ofConsent("consent_closure_of_consent", t),
    index("consent_closure_by_child").on(t.kommunCode, t.childId),
    oneOf("consent_closure_kind_known", t.kind, CLOSURE_KINDS),
  ],
);

function ofConsent(
  name: string,
  t: { kommunCode: AnyPgColumn; childId: AnyPgColumn; consentId: AnyPgColumn },
) {
  return foreignKey({
    name,
    columns: [t.kommunCode, t.childId, t.consentId],
    foreignColumns: [consent.kommunCode, consent.childId, consent.id],
  });
}

function someOf(name: string, column: AnyPgColumn, words: readonly string[]) {
  const list = words.map((word) => `'${word}'`).join(", ");
  return check(name, sql`${column} <@ array[${sql.raw(list)}]`);
}
