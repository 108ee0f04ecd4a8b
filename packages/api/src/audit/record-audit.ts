import type { ActorTransaction } from "@kompassen/db";
import { REFUSED } from "./verbs.ts";

/** What is written of every read and write: names, never values. */
export interface AuditEntry {
  /** The procedure, `behovskompass.getChart`. */
  readonly verb: string;
  readonly purpose: Purpose;
  readonly fields: readonly string[];
}

/** Why the data is used; a closed list so that the log can be reviewed. */
export const PURPOSES = [
  "uppfoljning",
  "stod",
  "samtycke",
  "delning",
  "familj",
  "teammote",
  "registrering",
  "overlamning",
  "administration",
  "import",
  "arbetslista",
  "gallring",
  "nodoppning",
  "granskning",
  "utskrift",
  "export",
  "statistik",
] as const;

export type Purpose = (typeof PURPOSES)[number];

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

/**
 * Into the own chain of whoever was refused. Of which child is not said: one that is closed to the caller and one that
 * does not exist look alike.
 */
export async function auditRefusal(tx: ActorTransaction, procedure: string): Promise<void> {
  await tx.sql`select kompass.audit_many(${`${REFUSED}${procedure}`}, 'nekad', null, '{}')`;
}

/** The chain of the log that jobs stand in. */
const JOB_CHAIN = "00000000-0000-7000-8000-000000001e5a";

/** One row in the chain of the kommun's jobs, listing the children; as the role of jobs only. */
export async function auditJob(
  tx: ActorTransaction,
  job: string,
  childIds: readonly string[],
  entry: AuditEntry,
): Promise<void> {
  await tx.sql`
    select kompass.record_audit(${JOB_CHAIN}::uuid, 'system', ${job}, ${entry.verb}, ${entry.purpose}, null,
                                ${[...childIds]}::uuid[], ${[...entry.fields]}::text[])`;
}
