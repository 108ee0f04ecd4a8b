import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openDatabase, roleUrl } from "@kompassen/db";
import { BrokenBackup, restoreBackup, writeBackup } from "@kompassen/db/backup";
import { loadDemo } from "@kompassen/db/demo";
import { startEmbedded } from "@kompassen/db/embedded";
import { migrateDatabase } from "@kompassen/db/migrate";

interface RestoreMeasured {
  readonly tables: number;
  readonly rows: number;
  readonly bytes: number;
  readonly backupSeconds: number;
  readonly restoreSeconds: number;
  /** Tables whose rows are not the same ones afterwards; signed-in sessions are not saved. */
  readonly differing: readonly string[];
  /** What was done to the file, and what the restore answered. */
  readonly refused: Readonly<Record<string, string>>;
  /** Rows that any of those changed in the database that was there. */
  readonly differingAfterRefusals: readonly string[];
}

/** The invented kommuner, saved and restored on a server of their own, with the disk waited for. */
async function measureRestore(): Promise<RestoreMeasured> {
  const newFolder = () => mkdtemp(path.join(tmpdir(), "kompassen-restore-"));
  const folders = [await newFolder(), await newFolder(), await newFolder()] as const;
  const file = path.join(folders[2], "saved.backup");
  const key = randomBytes(32);
  const [here, there] = [
    await startEmbedded({ dataFolder: folders[0] }),
    await startEmbedded({ dataFolder: folders[1] }),
  ];
  try {
    await migrateDatabase(here.adminUrl);
    const job = openDatabase(roleUrl(here.adminUrl, "kompass_job"), { connections: 1 });
    await loadDemo({ database: job, now: new Date() });
    await job.close();
    const saved = await timed(() => writeBackup(here.adminUrl, file, { key, now: new Date() }));
    const restored = await timed(() => restoreBackup(there.adminUrl, file, { key }));
    const rows = await digestTables(here.adminUrl);
    const differing = differences(rows, await digestTables(there.adminUrl));
    const refused = await tryBroken(there.adminUrl, file, key);
    return {
      ...saved.result,
      bytes: (await stat(file)).size,
      backupSeconds: saved.seconds,
      restoreSeconds: restored.seconds,
      differing,
      refused,
      differingAfterRefusals: differences(rows, await digestTables(there.adminUrl)),
    };
  } finally {
    await here.stop();
    await there.stop();
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
  }
}

async function tryBroken(adminUrl: string, file: string, key: Uint8Array): Promise<Record<string, string>> {
  const whole = await readFile(file);
  const spoilt = `${file}.spoilt`;
  const middle = Math.floor(whole.length / 2);
  const turned = Buffer.from(whole);
  turned.writeUInt8(whole.readUInt8(middle) ^ 1, middle);
  const attempts = {
    "one bit turned": { bytes: turned, key },
    "cut short": { bytes: whole.subarray(0, middle), key },
    "another file": { bytes: Buffer.from("kommun;barn\n"), key },
    "another key": { bytes: whole, key: randomBytes(32) },
  };
  const refused: Record<string, string> = {};
  for (const [name, attempt] of Object.entries(attempts)) {
    await writeFile(spoilt, attempt.bytes);
    refused[name] = await restoreBackup(adminUrl, spoilt, { key: attempt.key, replace: true }).then(
      () => "restored",
      (error: unknown) => (error instanceof BrokenBackup ? error.fault : String(error)),
    );
  }
  refused["a database that holds something"] = await restoreBackup(adminUrl, file, { key }).then(
    () => "restored",
    (error: unknown) => (error instanceof BrokenBackup ? error.fault : String(error)),
  );
  return refused;
}

/** Every table by a checksum over its rows, in an order of their own. */
async function digestTables(adminUrl: string): Promise<Map<string, string>> {
  const database = openDatabase(adminUrl, { connections: 1 });
  const { sql } = database;
  const tables = await sql<{ name: string }[]>`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
     where schemaname in ('public', 'statistics', 'sealed') and tablename <> 'session' order by 1`;
  const digests = new Map<string, string>();
  for (const { name } of tables) {
    const [row] = await sql.unsafe<{ digest: string }[]>(
      `select coalesce(md5(string_agg(line, e'\\n' order by line)), 'empty') as digest
         from (select t::text as line from ${name} t) lines`,
    );
    digests.set(name, row?.digest ?? "");
  }
  await database.close();
  return digests;
}

function differences(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((name) => one.get(name) !== other.get(name));
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const started = performance.now();
  const result = await work();
  return { result, seconds: Math.round((performance.now() - started) / 100) / 10 };
}

/** `node apps/kompass/src/backup/measure-restore.test-support.ts`: prints what was found as JSON. */
const measured = await measureRestore();
console.log(JSON.stringify(measured, null, 1));
const isRefused = !Object.values(measured.refused).includes("restored");
const isSame = measured.differing.length === 0 && measured.differingAfterRefusals.length === 0;
process.exitCode = isRefused && isSame && measured.rows > 0 ? 0 : 1;
