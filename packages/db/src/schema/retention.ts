import { AUTHORITIES } from "@kompassen/domain/retention";
import { sql } from "drizzle-orm";
import {
  check,
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
import { id, instant, kommunCode, localDate, oneOf } from "./columns.ts";
import { person } from "./organisation.ts";
import { child } from "./people.ts";

/** How long an authority keeps data after the support has ended, from a day on. */
export const retentionPolicy = pgTable(
  "retention_policy",
  {
    kommunCode: kommunCode(),
    authority: text("authority", { enum: AUTHORITIES }).notNull(),
    validFrom: localDate("valid_from").notNull(),
    keepMonths: integer("keep_months").notNull(),
    /** The decision or plan that the rule stands on. */
    legalGround: text("legal_ground").notNull(),
    setBy: uuid("set_by").notNull(),
    setAt: instant("set_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.authority, t.validFrom, t.setAt] }),
    foreignKey({
      name: "retention_policy_set_by",
      columns: [t.kommunCode, t.setBy],
      foreignColumns: [person.kommunCode, person.id],
    }),
    oneOf("retention_policy_authority_known", t.authority, AUTHORITIES),
    check("retention_policy_months", sql`${t.keepMonths} between 1 and 120`),
    check("retention_policy_ground_length", sql`char_length(${t.legalGround}) between 1 and 400`),
  ],
);

/** A reason not to purge one child's data, until somebody lifts it. */
export const legalHold = pgTable(
  "legal_hold",
  {
    kommunCode: kommunCode(),
    id: id(),
    childId: uuid("child_id").notNull(),
    reason: text("reason").notNull(),
    reviewOn: localDate("review_on").notNull(),
    setBy: uuid("set_by").notNull(),
    setAt: instant("set_at").notNull().defaultNow(),
    liftedBy: uuid("lifted_by"),
    liftedAt: instant("lifted_at"),
    liftReason: text("lift_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    foreignKey({
      name: "legal_hold_of_child",
      columns: [t.kommunCode, t.childId],
      foreignColumns: [child.kommunCode, child.id],
    }),
    foreignKey({
      name: "legal_hold_set_by",
      columns: [t.kommunCode, t.setBy],
      foreignColumns: [person.kommunCode, person.id],
    }),
    foreignKey({
      name: "legal_hold_lifted_by",
      columns: [t.kommunCode, t.liftedBy],
      foreignColumns: [person.kommunCode, person.id],
    }),
    index("legal_hold_by_child").on(t.kommunCode, t.childId),
    check("legal_hold_reason_length", sql`char_length(${t.reason}) between 1 and 1000`),
    check("legal_hold_lifted_whole", sql`num_nulls(${t.liftedBy}, ${t.liftedAt}, ${t.liftReason}) in (0, 3)`),
    check("legal_hold_lift_reason_length", sql`char_length(${t.liftReason}) between 1 and 1000`),
  ],
);

export const PURGE_STATES = ["proposed", "approved", "withdrawn", "purged"] as const;

/** One purge: a dry run until a second person has approved it, then its receipt. Tells of no child. */
export const purgeRun = pgTable(
  "purge_run",
  {
    kommunCode: kommunCode(),
    id: id(),
    state: text("state", { enum: PURGE_STATES }).notNull().default("proposed"),
    asOf: localDate("as_of").notNull(),
    proposedBy: uuid("proposed_by").notNull(),
    proposedAt: instant("proposed_at").notNull().defaultNow(),
    decidedBy: uuid("decided_by"),
    decidedAt: instant("decided_at"),
    children: integer("children").notNull(),
    held: integer("held").notNull(),
    /** Rows a table, as `{"assessment": 12}`. */
    plannedRows: jsonb("planned_rows").notNull(),
    purgedAt: instant("purged_at"),
    purgedChildren: integer("purged_children").notNull().default(0),
    /** Taken up again or held between the dry run and the purge. */
    keptChildren: integer("kept_children").notNull().default(0),
    purgedRows: jsonb("purged_rows").notNull().default({}),
    /** When the database's files were written anew without what was deleted. */
    rewrittenAt: instant("rewritten_at"),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.id] }),
    foreignKey({
      name: "purge_run_proposed_by",
      columns: [t.kommunCode, t.proposedBy],
      foreignColumns: [person.kommunCode, person.id],
    }),
    foreignKey({
      name: "purge_run_decided_by",
      columns: [t.kommunCode, t.decidedBy],
      foreignColumns: [person.kommunCode, person.id],
    }),
    oneOf("purge_run_state_known", t.state, PURGE_STATES),
    check("purge_run_decided", sql`(${t.state} = 'proposed') = (${t.decidedBy} is null)`),
    check(
      "purge_run_by_two",
      sql`${t.state} not in ('approved', 'purged') or ${t.decidedBy} <> ${t.proposedBy}`,
    ),
    check("purge_run_receipt", sql`(${t.state} = 'purged') = (${t.purgedAt} is not null)`),
    uniqueIndex("purge_run_one_open").on(t.kommunCode).where(sql`${t.state} in ('proposed', 'approved')`),
  ],
);

/** The children of a run that is not done yet. */
export const purgeCandidate = pgTable(
  "purge_candidate",
  {
    kommunCode: kommunCode(),
    runId: uuid("run_id").notNull(),
    childId: uuid("child_id").notNull(),
    keptThrough: localDate("kept_through").notNull(),
    rowCount: integer("row_count").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.runId, t.childId] }),
    foreignKey({
      name: "purge_candidate_of_run",
      columns: [t.kommunCode, t.runId],
      foreignColumns: [purgeRun.kommunCode, purgeRun.id],
    }),
    foreignKey({
      name: "purge_candidate_of_child",
      columns: [t.kommunCode, t.childId],
      foreignColumns: [child.kommunCode, child.id],
    }),
    index("purge_candidate_by_child").on(t.kommunCode, t.childId),
  ],
);
