import { CLOSING_REASONS, PROTECTED_IDENTITIES, RELATION_KINDS } from "@kompassen/domain/people";
import { sql } from "drizzle-orm";
import {
  char,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant, kommunCode, localDate, noLongerThan, oneOf, version } from "./columns.ts";
import { person, unit } from "./organisation.ts";

export const child = pgTable(
  "child",
  {
    kommunCode: kommunCode(),
    id: id(),
    /** What people say instead of a name: "B-0123", unique in the kommun. */
    caseNumber: text("case_number").notNull(),
    givenName: text("given_name").notNull(),
    familyName: text("family_name").notNull(),
    birthDate: localDate("birth_date"),
    protectedIdentity: text("protected_identity", { enum: PROTECTED_IDENTITIES }).notNull().default("ingen"),
    unitId: uuid("unit_id").notNull(),
    /** The id that the child has in an imported file. */
    sourceKey: text("source_key"),
    registeredOn: localDate("registered_on").notNull(),
    nextFollowUpOn: localDate("next_follow_up_on"),
    closedOn: localDate("closed_on"),
    closingReason: text("closing_reason", { enum: CLOSING_REASONS }),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    unique("child_case_number_once").on(t.kommunCode, t.caseNumber),
    unique("child_source_key_once").on(t.kommunCode, t.sourceKey),
    foreignKey({ columns: [t.kommunCode, t.unitId], foreignColumns: [unit.kommunCode, unit.id] }),
    oneOf("child_protected_identity_known", t.protectedIdentity, PROTECTED_IDENTITIES),
    oneOf("child_closing_reason_known", t.closingReason, CLOSING_REASONS),
    check("child_closed_with_reason", sql`(${t.closedOn} is null) = (${t.closingReason} is null)`),
    noLongerThan("child_given_name_length", t.givenName, 200),
    noLongerThan("child_family_name_length", t.familyName, 200),
  ],
);

/** Where the child has been, for statistics by the unit at the event. */
export const placement = pgTable(
  "placement",
  {
    kommunCode: kommunCode(),
    id: id(),
    childId: uuid("child_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    validFrom: localDate("valid_from").notNull(),
    validTo: localDate("valid_to"),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    foreignKey({ columns: [t.kommunCode, t.childId], foreignColumns: [child.kommunCode, child.id] }),
    foreignKey({ columns: [t.kommunCode, t.unitId], foreignColumns: [unit.kommunCode, unit.id] }),
    index("placement_by_child").on(t.kommunCode, t.childId),
    check("placement_runs_forward", sql`${t.validTo} is null or ${t.validTo} >= ${t.validFrom}`),
  ],
);

/** One login of a guardian, for the guardian's children in this kommun. */
export const guardianAccount = pgTable(
  "guardian_account",
  {
    kommunCode: kommunCode(),
    id: id(),
    /** Which login service, and who there. */
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    disabledAt: instant("disabled_at"),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    unique("guardian_account_subject_once").on(t.kommunCode, t.issuer, t.subject),
    noLongerThan("guardian_account_issuer_length", t.issuer, 60),
    noLongerThan("guardian_account_subject_length", t.subject, 255),
  ],
);

export const guardian = pgTable(
  "guardian",
  {
    kommunCode: kommunCode(),
    id: id(),
    childId: uuid("child_id").notNull(),
    /** Numbers the guardian's own series: rater `vardnadshavare:<ordinal>`. */
    ordinal: integer("ordinal").notNull(),
    name: text("name").notNull(),
    relation: text("relation").notNull(),
    /** The guardian's own way in, once the guardian has taken it. */
    accountId: uuid("account_id"),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    unique("guardian_ordinal_once").on(t.kommunCode, t.childId, t.ordinal),
    foreignKey({ columns: [t.kommunCode, t.childId], foreignColumns: [child.kommunCode, child.id] }),
    foreignKey({
      name: "guardian_has_account",
      columns: [t.kommunCode, t.accountId],
      foreignColumns: [guardianAccount.kommunCode, guardianAccount.id],
    }),
    uniqueIndex("guardian_account_once_a_child")
      .on(t.kommunCode, t.childId, t.accountId)
      .where(sql`${t.accountId} is not null`),
    noLongerThan("guardian_name_length", t.name, 200),
    noLongerThan("guardian_relation_length", t.relation, 100),
  ],
);

/** A letter's code, which ties a guardian of a child to whoever brings it. Only its hash is stored. */
export const guardianInvitation = pgTable(
  "guardian_invitation",
  {
    kommunCode: kommunCode(),
    id: id(),
    childId: uuid("child_id").notNull(),
    guardianId: uuid("guardian_id").notNull(),
    /** The first four characters find the letter; the rest prove it. */
    finder: char("finder", { length: 4 }).notNull(),
    secretHash: text("secret_hash").notNull(),
    madeBy: uuid("made_by").notNull(),
    madeAt: instant("made_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    failedAttempts: integer("failed_attempts").notNull().default(0),
    usedAt: instant("used_at"),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    foreignKey({
      name: "guardian_invitation_child",
      columns: [t.kommunCode, t.childId],
      foreignColumns: [child.kommunCode, child.id],
    }),
    foreignKey({
      name: "guardian_invitation_guardian",
      columns: [t.kommunCode, t.guardianId],
      foreignColumns: [guardian.kommunCode, guardian.id],
    }),
    index("guardian_invitation_by_finder").on(t.finder),
    index("guardian_invitation_by_child").on(t.kommunCode, t.childId),
    noLongerThan("guardian_invitation_hash_length", t.secretHash, 64),
  ],
);

/** The relation that decides access: who follows this child, as what, from when to when. */
export const childRelation = pgTable(
  "child_relation",
  {
    kommunCode: kommunCode(),
    id: id(),
    childId: uuid("child_id").notNull(),
    personId: uuid("person_id").notNull(),
    kind: text("kind", { enum: RELATION_KINDS }).notNull(),
    validFrom: localDate("valid_from").notNull(),
    /** Last day of the relation; absent = still running. */
    validTo: localDate("valid_to"),
    /** Handed over without what was recorded earlier: only what is recorded from this day is read. */
    readsFrom: localDate("reads_from"),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    foreignKey({ columns: [t.kommunCode, t.childId], foreignColumns: [child.kommunCode, child.id] }),
    foreignKey({ columns: [t.kommunCode, t.personId], foreignColumns: [person.kommunCode, person.id] }),
    index("child_relation_by_person").on(t.kommunCode, t.personId, t.childId),
    index("child_relation_by_child").on(t.kommunCode, t.childId),
    index("child_relation_closed_past").on(t.kommunCode, t.personId).where(sql`${t.readsFrom} is not null`),
    oneOf("child_relation_kind_known", t.kind, RELATION_KINDS),
    check("child_relation_runs_forward", sql`${t.validTo} is null or ${t.validTo} >= ${t.validFrom}`),
  ],
);
