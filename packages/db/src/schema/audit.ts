import { bigint, customType, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, kommunCode } from "./columns.ts";

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/**
 * Who did what, for what purpose, to which child: names of fields, never values. Append-only.
 * Rows about one child form that child's chain; a read of many children at once stands in the reader's chain
 * and lists them.
 */
export const auditLog = pgTable(
  "audit_log",
  {
    kommunCode: kommunCode(),
    chain: uuid("chain").notNull(),
    sequence: bigint("sequence", { mode: "number" }).notNull(),
    at: instant("at").notNull(),
    actorKind: text("actor_kind", { enum: ["person", "system"] }).notNull(),
    actorId: text("actor_id").notNull(),
    verb: text("verb").notNull(),
    purpose: text("purpose").notNull(),
    childId: uuid("child_id"),
    childIds: uuid("child_ids").array(),
    fields: text("fields").array().notNull(),
    previousHash: bytea("previous_hash").notNull(),
    hash: bytea("hash").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kommunCode, t.chain, t.sequence] }),
    index("audit_log_by_actor").on(t.kommunCode, t.actorId, t.at),
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
