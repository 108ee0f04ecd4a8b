import type { ActorTransaction } from "@kompassen/db";

/** What is written of every read and write: names, never values. */
export interface AuditEntry {
  /** The procedure, `behovskompass.getChart`. */
  readonly verb: string;
  readonly purpose: Purpose;
  readonly fields: readonly string[];
}

/** Why the data is used; a closed list so that the log can be reviewed. */
export type Purpose =
  | "uppfoljning"
  | "stod"
  | "samtycke"
  | "teammote"
  | "registrering"
  | "import"
  | "arbetslista"
  | "utskrift";

/** Into the child's own chain, in the same transaction: a failure to write it fails the call. */
export async function auditChild(tx: ActorTransaction, childId: string, entry: AuditEntry): Promise<void> {
  await tx.sql`
    select kompass.audit(${entry.verb}, ${entry.purpose}, ${childId}::uuid, ${[...entry.fields]}::text[])`.execute();
}

/** One row in the reader's own chain for a list that shows several children. */
export async function auditChildren(
  tx: ActorTransaction,
  childIds: readonly string[],
  entry: AuditEntry,
): Promise<void> {
  await tx.sql`
    select kompass.audit_many(${entry.verb}, ${entry.purpose}, ${[...childIds]}::uuid[], ${[...entry.fields]}::text[])`;
}
