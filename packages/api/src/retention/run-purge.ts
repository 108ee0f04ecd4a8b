import type { ActorTransaction, Database } from "@kompassen/db";
import { auditJob } from "../audit/index.ts";
import type { RowCounts } from "./get-overview.ts";

/** What a purge did, in numbers. */
export interface PurgeReceipt {
  readonly kommunCode: string;
  readonly purged: number;
  /** Taken up again, held or kept longer since the dry run. */
  readonly kept: number;
  readonly rows: RowCounts;
}

/** Told outside the database of each child, so that a database that is restored later can be purged again. */
export interface PurgeWitness {
  /** Before the child is gone. */
  intend(kommunCode: string, childId: string, runId: string): Promise<void>;
  /** When it is. */
  done(kommunCode: string, childId: string): Promise<void>;
}

/**
 * Carries out every approved purge, child by child, each whole or not at all. Interrupted it goes on the next time.
 * @param database as the role of jobs
 */
export async function runPurges(database: Database, witness: PurgeWitness): Promise<readonly PurgeReceipt[]> {
  const waiting = await database.sql<{ kommun_code: string; id: string }[]>`
    select kommun_code, id from kompass.waiting_purges()`;
  const receipts: PurgeReceipt[] = [];
  for (const { kommun_code, id } of waiting)
    receipts.push(await runPurge(database, kommun_code, id, witness));
  return receipts;
}

async function runPurge(
  database: Database,
  kommunCode: string,
  runId: string,
  witness: PurgeWitness,
): Promise<PurgeReceipt> {
  const actor = { type: "system", kommunCode, job: "purge" } as const;
  const candidates = await database.transaction(
    actor,
    ({ sql }) => sql<{ child_id: string }[]>`
      select child_id from purge_candidate where kommun_code = ${kommunCode} and run_id = ${runId} order by child_id`,
  );
  for (const { child_id } of candidates) {
    const isPurged = await database.transaction(actor, (tx) =>
      purgeChild(tx, { kommunCode, runId, childId: child_id, witness }),
    );
    if (isPurged) await witness.done(kommunCode, child_id);
  }
  return database.transaction(actor, async ({ sql }) => {
    const [row] = await sql<{ purged: number; kept: number; rows: RowCounts }[]>`
      select purged, kept, rows from kompass.finish_purge(${runId})`;
    return { kommunCode, purged: row?.purged ?? 0, kept: row?.kept ?? 0, rows: row?.rows ?? {} };
  });
}

interface PurgeOfChild {
  readonly kommunCode: string;
  readonly runId: string;
  readonly childId: string;
  readonly witness: PurgeWitness;
}

async function purgeChild(
  tx: ActorTransaction,
  { kommunCode, runId, childId, witness }: PurgeOfChild,
): Promise<boolean> {
  const [row] = await tx.sql<{ counts: RowCounts | null }[]>`
    select kompass.purge_child(${runId}, ${childId}) as counts`;
  if (row?.counts == null) return false;
  await auditJob(tx, "purge", [], {
    verb: "retention.purge",
    purpose: "gallring",
    fields: Object.keys(row.counts),
  });
  // Before the commit: what happened can be told afterwards, also when this process ends here.
  await witness.intend(kommunCode, childId, runId);
  return true;
}
