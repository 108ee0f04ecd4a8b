import { AREAS, INSTRUMENT_IDS, INSTRUMENT_STATUSES, RATER_KINDS } from "@kompassen/domain/behovskompass";
import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, kommunCode, localDate, noLongerThan, oneOf, version } from "./columns.ts";
import { person } from "./organisation.ts";
import { child, guardian } from "./people.ts";

const COMPASS_KINDS = ["first", "follow_up"] as const;

/** A version of a form as the kommun uses it. Its statements stand in a fixed order: answers are packed by it. */
export const instrumentVersion = pgTable(
  "instrument_version",
  {
    kommunCode: kommunCode(),
    number: smallint("number").notNull(),
    instrument: text("instrument", { enum: INSTRUMENT_IDS }).notNull(),
    version: text("version").notNull(),
    title: text("title").notNull(),
    textStatus: text("text_status", { enum: INSTRUMENT_STATUSES }).notNull(),
    validFrom: localDate("valid_from").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.number] }),
    unique("instrument_version_once").on(t.kommunCode, t.instrument, t.version),
    oneOf("instrument_known", t.instrument, INSTRUMENT_IDS),
    oneOf("instrument_text_status_known", t.textStatus, INSTRUMENT_STATUSES),
  ],
);

export const instrumentStatement = pgTable(
  "instrument_statement",
  {
    kommunCode: kommunCode(),
    versionNumber: smallint("version_number").notNull(),
    position: smallint("position").notNull(),
    key: text("key").notNull(),
    area: text("area", { enum: AREAS }).notNull(),
    /** The official text, or ours; absent for keys adopted from a file. */
    text: text("text"),
    textEn: text("text_en"),
    /** Wordings per age form, `{"4-6": {"sv": …, "en": …}}`. */
    textByAgeForm: jsonb("text_by_age_form"),
    source: text("source").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.versionNumber, t.position] }),
    unique("statement_key_once").on(t.kommunCode, t.versionNumber, t.area, t.key),
    foreignKey({
      columns: [t.kommunCode, t.versionNumber],
      foreignColumns: [instrumentVersion.kommunCode, instrumentVersion.number],
    }),
    oneOf("statement_area_known", t.area, AREAS),
  ],
);

/** Statements of two versions that ask the same thing; read both ways round. */
export const statementEquivalence = pgTable(
  "statement_equivalence",
  {
    kommunCode: kommunCode(),
    instrument: text("instrument", { enum: INSTRUMENT_IDS }).notNull(),
    fromVersion: text("from_version").notNull(),
    toVersion: text("to_version").notNull(),
    fromStatement: text("from_statement").notNull(),
    toStatement: text("to_statement").notNull(),
  },
  (t) => [
    primaryKey({
      columns: [t.kommunCode, t.instrument, t.fromVersion, t.toVersion, t.fromStatement, t.toStatement],
    }),
    oneOf("equivalence_instrument_known", t.instrument, INSTRUMENT_IDS),
  ],
);

/** A round: one occasion that holds one assessment per rater. */
export const compass = pgTable(
  "compass",
  {
    kommunCode: kommunCode(),
    id: id(),
    childId: uuid("child_id").notNull(),
    kind: text("kind", { enum: COMPASS_KINDS }).notNull(),
    openedOn: localDate("opened_on").notNull(),
    openedBy: uuid("opened_by"),
    sourceKey: text("source_key"),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    unique("compass_of_child").on(t.kommunCode, t.childId, t.id),
    unique("compass_source_key_once").on(t.kommunCode, t.childId, t.sourceKey),
    foreignKey({ columns: [t.kommunCode, t.childId], foreignColumns: [child.kommunCode, child.id] }),
    index("compass_by_child").on(t.kommunCode, t.childId, t.openedOn),
    oneOf("compass_kind_known", t.kind, COMPASS_KINDS),
  ],
);

/** What is said in a round is said of the child whose round it is: one key binds both. */
export function ofRound(
  name: string,
  t: { readonly kommunCode: AnyPgColumn; readonly childId: AnyPgColumn; readonly compassId: AnyPgColumn },
) {
  return foreignKey({
    name,
    columns: [t.kommunCode, t.childId, t.compassId],
    foreignColumns: [compass.kommunCode, compass.childId, compass.id],
  });
}

/**
 * One rater's answers in one round, all eight areas in the one row: the exact sum and number of answers
 * per area in the model's order, and every single answer packed in the order of the instrument version.
 */
export const assessment = pgTable(
  "assessment",
  {
    kommunCode: kommunCode(),
    childId: uuid("child_id").notNull(),
    id: id(),
    compassId: uuid("compass_id").notNull(),
    raterKind: text("rater_kind", { enum: RATER_KINDS }).notNull(),
    /** Rater with its own series: `barn`, `vardnadshavare:1`, `profession:bvc`. */
    rater: text("rater").notNull(),
    guardianId: uuid("guardian_id"),
    versionNumber: smallint("version_number").notNull(),
    ageForm: text("age_form"),
    assessedOn: localDate("assessed_on").notNull(),
    registeredOn: localDate("registered_on").notNull(),
    areaSums: smallint("area_sums").array().notNull(),
    areaCounts: smallint("area_counts").array().notNull(),
    answers: text("answers").notNull(),
    /** False = earlier scores were opened on purpose; absent = not known (imported). */
    uninfluenced: boolean("uninfluenced"),
    /** The area where the child chose to begin. */
    startingArea: text("starting_area", { enum: AREAS }),
    authorId: uuid("author_id"),
    /** 1, 2 … within the same rater and round; the highest counts, the others are kept. */
    revision: smallint("revision").notNull().default(1),
    isCurrent: boolean("is_current").notNull().default(true),
    correctionReason: text("correction_reason"),
    submittedAt: instant("submitted_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.childId, t.id] }),
    unique("assessment_revision_once").on(t.kommunCode, t.compassId, t.rater, t.revision),
    ofRound("assessment_of_round", t),
    foreignKey({ columns: [t.kommunCode, t.guardianId], foreignColumns: [guardian.kommunCode, guardian.id] }),
    foreignKey({ columns: [t.kommunCode, t.authorId], foreignColumns: [person.kommunCode, person.id] }),
    foreignKey({
      columns: [t.kommunCode, t.versionNumber],
      foreignColumns: [instrumentVersion.kommunCode, instrumentVersion.number],
    }),
    oneOf("assessment_rater_kind_known", t.raterKind, RATER_KINDS),
    oneOf("assessment_starting_area_known", t.startingArea, AREAS),
    check("assessment_assessed_before_registered", sql`${t.assessedOn} <= ${t.registeredOn}`),
    check("assessment_rater_of_kind", sql`split_part(${t.rater}, ':', 1) = ${t.raterKind}`),
    check("assessment_correction_has_reason", sql`(${t.revision} = 1) = (${t.correctionReason} is null)`),
    noLongerThan("assessment_correction_reason_length", t.correctionReason, 2000),
  ],
);

/** What was said in words about an area, by the rater of that assessment. */
export const assessmentComment = pgTable(
  "assessment_comment",
  {
    kommunCode: kommunCode(),
    childId: uuid("child_id").notNull(),
    assessmentId: uuid("assessment_id").notNull(),
    area: text("area", { enum: AREAS }).notNull(),
    text: text("text").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.childId, t.assessmentId, t.area] }),
    foreignKey({
      columns: [t.kommunCode, t.childId, t.assessmentId],
      foreignColumns: [assessment.kommunCode, assessment.childId, assessment.id],
    }),
    oneOf("assessment_comment_area_known", t.area, AREAS),
    noLongerThan("assessment_comment_length", t.text, 4000),
  ],
);

/** An assessment that is being filled in. While it is open its author sees no earlier score of the child. */
export const draft = pgTable(
  "draft",
  {
    kommunCode: kommunCode(),
    id: id(),
    childId: uuid("child_id").notNull(),
    compassId: uuid("compass_id").notNull(),
    rater: text("rater").notNull(),
    guardianId: uuid("guardian_id"),
    versionNumber: smallint("version_number").notNull(),
    ageForm: text("age_form"),
    assessedOn: localDate("assessed_on").notNull(),
    authorId: uuid("author_id").notNull(),
    /** Answers, comments and starting area so far; the shape is the domain's `DraftContent`. */
    content: jsonb("content").notNull(),
    openedAt: instant("opened_at").notNull().defaultNow(),
    savedAt: instant("saved_at").notNull().defaultNow(),
    shownAnywayAt: instant("shown_anyway_at"),
    shownAnywayReason: text("shown_anyway_reason"),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    unique("draft_once_per_rater").on(t.kommunCode, t.compassId, t.rater),
    ofRound("draft_of_round", t),
    foreignKey({ columns: [t.kommunCode, t.authorId], foreignColumns: [person.kommunCode, person.id] }),
    index("draft_by_author").on(t.kommunCode, t.authorId),
    check("draft_shown_with_reason", sql`(${t.shownAnywayAt} is null) = (${t.shownAnywayReason} is null)`),
    noLongerThan("draft_shown_reason_length", t.shownAnywayReason, 2000),
    check("draft_content_size", sql`pg_column_size(${t.content}) < 200000`),
  ],
);
