import { type PurgeReceipt, runPurges } from "@kompassen/api/retention";
import { openDatabase, roleUrl } from "@kompassen/db";
import { FilesInUse, purgeAgain, rewriteFiles } from "@kompassen/db/backup";
import { type Ledger, ledgerFolder, openLedger } from "./ledger.ts";

export interface PurgesDone {
  readonly receipts: readonly PurgeReceipt[];
  /** Whether the database's files still hold what was purged, since somebody else is at them: the next one does it. */
  readonly waitsForFiles: boolean;
}

/**
 * Carries out every approved purge and writes the database's files anew, also after a purge before whose files were not.
 * @param folder of the installation, where the ledger lies
 * @param options.rewrites whether the server lets its files be written; a managed one may not
 */
export async function purgeApproved(
  adminUrl: string,
  folder: string,
  { rewrites = true }: { readonly rewrites?: boolean } = {},
): Promise<PurgesDone> {
  const ledger = await openLedger(ledgerFolder(folder));
  const database = openDatabase(roleUrl(adminUrl, "kompass_job"), { connections: 1 });
  try {
    await settleInterrupted(adminUrl, ledger);
    const receipts = await runPurges(database, ledger);
    if (!rewrites || !(await waitsForRewriting(adminUrl))) return { receipts, waitsForFiles: false };
    return { receipts, waitsForFiles: !(await isRewritten(adminUrl)) };
  } finally {
    await database.close();
  }
}

async function isRewritten(adminUrl: string): Promise<boolean> {
  try {
    await rewriteFiles(adminUrl);
    return true;
  } catch (error) {
    if (error instanceof FilesInUse) return false;
    throw error;
  }
}

/**
 * A child that was to be purged when somebody was killed, and is gone from the very database that was at it, was
 * purged. One that is there was not: since then it may have been held or taken up again.
 */
async function settleInterrupted(adminUrl: string, ledger: Ledger): Promise<void> {
  if (ledger.unsettled.length === 0) return;
  const admin = openDatabase(adminUrl, { connections: 1 });
  try {
    for (const one of ledger.unsettled) {
      const run = await admin.sql`
        select 1 from purge_run where kommun_code = ${one.kommun} and id = ${one.intended} and state <> 'proposed'`;
      if (run.length === 0) continue;
      const children = await admin.sql<
        { id: string }[]
      >`select id from child where kommun_code = ${one.kommun}`;
      if (!children.some(({ id }) => ledger.isOf(one, id))) await ledger.settle(one);
    }
  } finally {
    await admin.close();
  }
}

async function waitsForRewriting(adminUrl: string): Promise<boolean> {
  const admin = openDatabase(adminUrl, { connections: 1 });
  try {
    const found = await admin.sql`
      select 1 from purge_run where state = 'purged' and rewritten_at is null and purged_children > 0`;
    return found.length > 0;
  } finally {
    await admin.close();
  }
}

/**
 * Before anything is served: children that were purged and have come back with a restored database go again.
 * @returns how many did
 */
export async function purgeWhatCameBack(adminUrl: string, folder: string): Promise<number> {
  const ledger = await openLedger(ledgerFolder(folder));
  if (ledger.size === 0) return 0;
  const count = await purgeAgain(adminUrl, ledger.has);
  // Held up here, everybody would wait: what is left then is dead rows, which go with the next rewriting.
  if (count > 0) await isRewritten(adminUrl);
  return count;
}
