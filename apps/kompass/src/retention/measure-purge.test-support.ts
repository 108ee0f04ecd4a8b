import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { PurgeReceipt } from "@kompassen/api/retention";
import { type Database, openDatabase, roleUrl } from "@kompassen/db";
import { restoreBackup, writeBackup } from "@kompassen/db/backup";
import { startEmbedded } from "@kompassen/db/embedded";
import { aChild, aKommun } from "@kompassen/db/factories";
import { migrateDatabase } from "@kompassen/db/migrate";
import { todayInSweden } from "@kompassen/domain/shared";
import { publishHeads } from "../verify-log/index.ts";
import { verifyLogs } from "../verify-log/verify-log.ts";
import { purgeApproved, purgeWhatCameBack } from "./index.ts";

const KOMMUN = "9305";
const SETTINGS = { settings: ["fsync=off"] };

export interface PurgeMeasured {
  /** Columns of the child's rows that took the mark: every free text there is. */
  readonly markedColumns: number;
  /** Files of the server that held the mark before; of them those of the write-ahead log. */
  readonly filesBefore: number;
  readonly walFilesBefore: number;
  readonly receipt: PurgeReceipt | undefined;
  readonly isRewritten: boolean;
  /** The same when whoever purged was killed before the files were written: the next one does it. */
  readonly isRewrittenByTheNext: boolean;
  /** Files that hold it afterwards: all of the installation is searched, keys and ledger included. */
  readonly filesAfter: readonly string[];
  readonly childrenLeft: number;
  readonly areReleasesUnchanged: boolean;
  readonly isMarkInBackup: boolean;
  /** Faults of the log after the purge, held to the heads that were published before it. */
  readonly logRows: number;
  readonly logFaults: number;
  /** A backup from before, restored on another machine beside the same ledger. */
  readonly restored: {
    readonly children: number;
    readonly filesWithMark: number;
    readonly purgedAgain: number;
    readonly purgedTwice: number;
    readonly childrenLeft: number;
    readonly filesAfter: readonly string[];
  };
  readonly seconds: number;
}

/** Purges one of two children whose every free text is marked, and looks for the mark in all the files there are. */
export async function measurePurge(): Promise<PurgeMeasured> {
  const started = performance.now();
  const [here, there, beside] = await Promise.all([newFolder(), newFolder(), newFolder()]);
  const heads = path.join(beside, "heads");
  const mark = `xq${randomBytes(6).toString("hex")}`;
  const key = randomBytes(32);
  const server = await startEmbedded({ dataFolder: here, ...SETTINGS });
  try {
    await migrateDatabase(server.adminUrl);
    const database = openDatabase(server.adminUrl, { connections: 1 });
    const { sql } = database;
    const { id, officer, second } = await arrange(sql);
    const markedColumns = await markEverywhere(sql, id, mark);
    await sql`update child set closed_on = current_date - 800 where id = ${id}`;
    // The planner's samples and the write-ahead log hold the mark too.
    await sql`analyze`;
    await sql`checkpoint`;
    const before = await filesWith(mark, here);

    const backup = path.join(beside, "before.backup");
    await writeBackup(server.adminUrl, backup, { key, now: new Date() });
    const releases = await sql`select * from statistics.release`;
    await inApp(server.adminUrl, async (app) => {
      const run = crypto.randomUUID();
      const as = (personId: string) => ({ type: "person", kommunCode: KOMMUN, personId }) as const;
      await app.transaction(as(officer), ({ sql: asked }) => asked`select kompass.propose_purge(${run})`);
      await app.transaction(as(second), ({ sql: asked }) => asked`select kompass.decide_purge(${run}, true)`);
    });
    const job = openDatabase(roleUrl(server.adminUrl, "kompass_job"), { connections: 1 });
    await publishHeads(job, heads, new Date());
    const {
      receipts: [receipt],
    } = await purgeApproved(server.adminUrl, here);
    const request = { kommunCode: KOMMUN, folder: heads, headsFile: null };
    const [log] = await verifyLogs(job, request);
    await job.close();
    const isRewritten = await isRunRewritten(sql);
    await sql`update purge_run set rewritten_at = null`;
    await purgeApproved(server.adminUrl, here);
    const measured = {
      markedColumns,
      filesBefore: before.length,
      walFilesBefore: before.filter((file) => file.includes("pg_wal")).length,
      receipt,
      isRewritten,
      isRewrittenByTheNext: await isRunRewritten(sql),
      filesAfter: await filesWith(mark, here),
      childrenLeft: await countChildren(sql),
      areReleasesUnchanged:
        JSON.stringify(await sql`select * from statistics.release`) === JSON.stringify(releases),
      isMarkInBackup: (await readFile(backup)).includes(mark),
      logRows: log?.rows ?? Number.NaN,
      logFaults: log === undefined ? Number.NaN : log.faults.length + log.headFaults.length,
    };
    await database.close();
    const restored = await restoreElsewhere(there, { backup, key, mark, ledger: here });
    return { ...measured, restored, seconds: Math.round((performance.now() - started) / 100) / 10 };
  } finally {
    await server.stop();
    await Promise.all([here, there, beside].map((one) => rm(one, { recursive: true, force: true })));
  }
}

const newFolder = () => mkdtemp(path.join(tmpdir(), "kompassen-purge-"));

/** Two children who have had all a child can have; the one with the id given is closed. */
async function arrange(sql: Database["sql"]) {
  const kommun = await aKommun(sql, KOMMUN, todayInSweden(new Date()));
  const officer = await kommun.aPerson("dataskyddsombud");
  const second = await kommun.aPerson("dataskyddsombud");
  const follower = await kommun.aPerson("stodsamordnare");
  const builder = aChild(kommun).withGuardians(2).followedBy(follower).consentingTo("skriftligt_barnteam");
  const { id } = await builder.stagnantIn("fritid").closedFor("behov_uppfyllt").insert();
  await builder.decliningIn("trygghet").insert();
  return { id, officer: officer.id, second: second.id };
}

/** The mark in every column of the child's rows that takes a free text; how many did. */
async function markEverywhere(sql: Database["sql"], childId: string, mark: string): Promise<number> {
  let marked = 0;
  const columns = await sql<{ name: string; column: string; condition: string }[]>`
    select t.name, a.attname as column, t.condition from kompass.purged_tables() t
      join pg_class c on c.relname = t.name and c.relnamespace = 'public'::regnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and a.atttypid = 'text'::regtype`;
  for (const { name, column, condition } of columns) {
    // A column with a closed list of words refuses the mark; those are no place for a free text.
    const { count } = await sql
      .begin(async (tx) => {
        await tx`set local session_replication_role = replica`;
        const change = `update "${name}" set "${column}" = $2 where ${condition}`;
        return tx.unsafe(change, [childId, `${mark} ${column}`]);
      })
      .catch(() => ({ count: 0 }));
    marked += count > 0 ? 1 : 0;
  }
  return marked;
}

/** Files under a folder that hold the mark, the secret files of the installation included. */
async function filesWith(mark: string, folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    if ((await readFile(file)).includes(mark)) found.push(path.relative(folder, file));
  }
  return found;
}

/** What comes back with a backup is purged before anybody is served. */
async function restoreElsewhere(
  place: string,
  { backup, key, mark, ledger }: { backup: string; key: Uint8Array; mark: string; ledger: string },
): Promise<PurgeMeasured["restored"]> {
  const server = await startEmbedded({ dataFolder: place, ...SETTINGS });
  try {
    await restoreBackup(server.adminUrl, backup, { key });
    const opened = openDatabase(server.adminUrl, { connections: 1 });
    const children = await countChildren(opened.sql);
    const filesWithMark = (await filesWith(mark, place)).length;
    const purgedAgain = await purgeWhatCameBack(server.adminUrl, ledger);
    const childrenLeft = await countChildren(opened.sql);
    const purgedTwice = await purgeWhatCameBack(server.adminUrl, ledger);
    await opened.close();
    const filesAfter = await filesWith(mark, place);
    return { children, filesWithMark, purgedAgain, purgedTwice, childrenLeft, filesAfter };
  } finally {
    await server.stop();
  }
}

async function isRunRewritten(sql: Database["sql"]): Promise<boolean> {
  const [run] = await sql<{ rewritten: boolean }[]>`
    select rewritten_at is not null as rewritten from purge_run where state = 'purged'`;
  return run?.rewritten === true;
}

async function countChildren(sql: Database["sql"]): Promise<number> {
  const [counted] = await sql<{ children: number }[]>`select count(*)::int as children from child`;
  return counted?.children ?? Number.NaN;
}

async function inApp(adminUrl: string, work: (app: Database) => Promise<void>): Promise<void> {
  const app = openDatabase(roleUrl(adminUrl, "kompass_app"), { connections: 1 });
  try {
    await work(app);
  } finally {
    await app.close();
  }
}

/** `node apps/kompass/src/retention/measure-purge.test-support.ts`: prints what was found as JSON. */
if (import.meta.main) {
  const measured = await measurePurge();
  console.log(JSON.stringify(measured, null, 1));
  const left = [...measured.filesAfter, ...measured.restored.filesAfter];
  const holds = left.length === 0 && measured.filesBefore > 0 && measured.logFaults === 0;
  process.exitCode = holds ? 0 : 1;
}
