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

/**
 * Carries out every approved purge, child by child, each whole or not at all. Interrupted it goes on the next time.
 * @param database as the role of jobs
 * @param remember keeps outside the database, before the child is gone, that it has been purged
 */
export async function runPurges(
  database: Database,
  remember: (kommunCode: string, childId: string) => Promise<void>,
): Promise<readonly PurgeReceipt[]> {
  const waiting = await database.sql<{ kommun_code: string; id: string }[]>`
    select kommun_code, id from kompass.waiting_purges()`;
  const receipts: PurgeReceipt[] = [];
  for (const { kommun_code, id } of waiting)
    receipts.push(await runPurge(database, kommun_code, id, remember));
  return receipts;
}

async function runPurge(
  database: Database,
  kommunCode: string,
  runId: string,
  remember: (kommunCode: string, childId: string) => Promise<void>,
): Promise<PurgeReceipt> {
  const actor = { type: "system", kommunCode, job: "purge" } as const;
  const candidates = await database.transaction(
    actor,
    ({ sql }) => sql<{ child_id: string }[]>`
      select child_id from purge_candidate where kommun_code = ${kommunCode} and run_id = ${runId} order by child_id`,
  );
  for (const { child_id } of candidates) {
    await database.transaction(actor, (tx) =>
      purgeChild(tx, { kommunCode, runId, childId: child_id, remember }),
    );
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
  readonly remember: (kommunCode: string, childId: string) => Promise<void>;
}

async function purgeChild(
  tx: ActorTransaction,
  { kommunCode, runId, childId, remember }: PurgeOfChild,
): Promise<void> {
  const [row] = await tx.sql<{ counts: RowCounts | null }[]>`
    select kompass.purge_child(${runId}, ${childId}) as counts`;
  if (row?.counts == null) return;
  await auditJob(tx, "purge", [], {
    verb: "retention.purge",
    purpose: "gallring",
    fields: Object.keys(row.counts),
  });
  // Before the commit: a database that is restored later must know of it, also when this process ends here.
  await remember(kommunCode, childId);
}
