import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  customType,
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

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/**
 * Who did what, for what purpose, to which child: names of fields, never values. Append-only.
 * Rows about one child form that child's chain; a read of many children at once stands in the reader's chain
 * and lists them. Children and persons go by an alias that leads to them only while its salt is kept.
 */
export const auditLog = pgTable(
  "audit_log",
  {
    kommunCode: kommunCode(),
    chain: uuid("chain").notNull(),
    sequence: bigint("sequence", { mode: "number" }).notNull(),
    at: instant("at").notNull(),
    actorKind: text("actor_kind", { enum: ["person", "guardian", "system"] }).notNull(),
    /** The alias of a person or an account, or the name of a job. */
    actor: text("actor").notNull(),
    verb: text("verb").notNull(),
    purpose: text("purpose").notNull(),
    childAlias: uuid("child_alias"),
    childAliases: uuid("child_aliases").array(),
    fields: text("fields").array().notNull(),
    previousHash: bytea("previous_hash").notNull(),
    hash: bytea("hash").notNull(),
    /** The hash that a row of the first form was written with. */
    firstHash: bytea("first_hash"),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.chain, t.sequence] }),
    index("audit_log_by_actor").on(t.kommunCode, t.actor, t.at),
    index("audit_log_by_time").on(t.kommunCode, t.at),
  ],
);

/** The end of each chain: what the next row must follow. */
export const auditChain = pgTable(
  "audit_chain",
  {
    kommunCode: kommunCode(),
    chain: uuid("chain").notNull(),
    sequence: bigint("sequence", { mode: "number" }).notNull(),
    hash: bytea("hash").notNull(),
  },
  (t) => [primaryKey({ columns: [t.kommunCode, t.chain] })],
);

/** What a child is called in the log: sha256(salt, id), cut to a uuid. Deleted with the child. */
export const auditChild = pgTable(
  "audit_child",
  {
    kommunCode: kommunCode(),
    childId: uuid("child_id").notNull(),
    salt: bytea("salt").notNull(),
    alias: uuid("alias").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.childId] }),
    unique("audit_child_alias_once").on(t.kommunCode, t.alias),
    check("audit_child_salt_long", sql`octet_length(${t.salt}) = 32`),
    check("audit_child_alias_commits", sql`${t.alias} = kompass.log_alias(${t.salt}, ${t.childId})`),
  ],
);

/** The same of a person of the staff or a guardian's account. */
export const auditActor = pgTable(
  "audit_actor",
  {
    kommunCode: kommunCode(),
    actorId: uuid("actor_id").notNull(),
    salt: bytea("salt").notNull(),
    alias: uuid("alias").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.actorId] }),
    unique("audit_actor_alias_once").on(t.kommunCode, t.alias),
    check("audit_actor_salt_long", sql`octet_length(${t.salt}) = 32`),
    check("audit_actor_alias_commits", sql`${t.alias} = kompass.log_alias(${t.salt}, ${t.actorId})`),
  ],
);

const DECISIONS = ["in_order", "follow_up", "case_opened"] as const;

/** One person's looks at one child, or at lists, on one day: taken up for review, and how it was decided. */
export const logReviewItem = pgTable(
  "log_review_item",
  {
    kommunCode: kommunCode(),
    id: id(),
    day: localDate("day").notNull(),
    part: smallint("part").notNull(),
    actor: uuid("actor").notNull(),
    childAlias: uuid("child_alias"),
    reasons: text("reasons").array().notNull(),
    since: instant("since").notNull(),
    until: instant("until").notNull(),
    looks: integer("looks").notNull(),
    dueOn: localDate("due_on").notNull(),
    rulesVersion: text("rules_version").notNull(),
    decision: text("decision", { enum: DECISIONS }),
    note: text("note"),
    decidedBy: uuid("decided_by"),
    /** As it was at the signing. */
    decidedByName: text("decided_by_name"),
    decidedAt: instant("decided_at"),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    unique("log_review_item_once").on(t.kommunCode, t.day, t.actor, t.childAlias, t.part).nullsNotDistinct(),
    index("log_review_item_open").on(t.kommunCode, t.dueOn).where(sql`${t.decision} is null`),
    check("log_review_item_has_reason", sql`cardinality(${t.reasons}) > 0`),
    check(
      "log_review_item_reasons_known",
      sql`${t.reasons} <@ array['emergency', 'protected_identity', 'same_surname', 'no_relation', 'after_closing', 'odd_hours', 'volume', 'random']`,
    ),
    oneOf("log_review_item_decision_known", t.decision, DECISIONS),
    check(
      "log_review_item_signed",
      sql`num_nulls(${t.decision}, ${t.decidedBy}, ${t.decidedByName}, ${t.decidedAt}) in (0, 4)`,
    ),
    noLongerThan("log_review_item_note_length", t.note, 2000),
  ],
);

/** How far the log of a kommun has been gone through. */
export const logReviewRun = pgTable("log_review_run", {
  kommunCode: kommunCode().primaryKey(),
  reviewedTo: localDate("reviewed_to").notNull(),
});
