import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Database, openDatabase, roleUrl } from "@kompassen/db";
import { restoreBackup, writeBackup } from "@kompassen/db/backup";
import { type EmbeddedServer, startEmbedded } from "@kompassen/db/embedded";
import { aChild, aKommun } from "@kompassen/db/factories";
import { migrateDatabase } from "@kompassen/db/migrate";
import { todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, expect, it } from "vitest";
import { purgeApproved, purgeWhatCameBack } from "./index.ts";

const KOMMUN = "9305";
const MARK = `xq${randomBytes(6).toString("hex")}`;
const key = randomBytes(32);
const folders: string[] = [];
let place: string;
let server: EmbeddedServer;
let database: Database;
let admin: Database["sql"];

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "kompassen-purge-"));
  folders.push(folder);
  return folder;
}

beforeAll(async () => {
  place = await makeFolder();
  server = await startEmbedded({ dataFolder: place });
  await migrateDatabase(server.adminUrl);
  database = openDatabase(server.adminUrl, { connections: 1 });
  admin = database.sql;
});
afterAll(async () => {
  await database.close();
  await server.stop();
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

/** Files under a folder that hold the mark, the secret files of the installation included. */
async function filesWithMark(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    if ((await readFile(file)).includes(MARK)) found.push(path.relative(folder, file));
  }
  return found;
}

/** The mark in every column of the child's rows that takes a free text, one table at a time. */
async function markEverywhere(sql: Database["sql"], childId: string): Promise<number> {
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
        return tx.unsafe(`update "${name}" set "${column}" = $2 where ${condition}`, [
          childId,
          `${MARK} ${column}`,
        ]);
      })
      .catch(() => ({ count: 0 }));
    marked += count > 0 ? 1 : 0;
  }
  return marked;
}

it("leaves nothing of a purged child in the database's files, also when a backup brings it back", async () => {
  const kommun = await aKommun(admin, KOMMUN, todayInSweden(new Date()));
  const [officer, second, follower] = [
    await kommun.aPerson("dataskyddsombud"),
    await kommun.aPerson("dataskyddsombud"),
    await kommun.aPerson("stodsamordnare"),
  ];
  const builder = aChild(kommun).withGuardians(2).followedBy(follower).consentingTo("skriftligt_barnteam");
  const { id } = await builder.stagnantIn("fritid").closedFor("behov_uppfyllt").insert();
  const { id: other } = await builder.decliningIn("trygghet").insert();
  expect(await markEverywhere(admin, id)).toBeGreaterThan(5);
  await admin`update child set closed_on = current_date - 800 where id = ${id}`;
  // The planner's samples and the write-ahead log hold the mark too.
  await admin`analyze`;
  await admin`checkpoint`;
  const before = await filesWithMark(place);
  expect(before.some((file) => file.includes("pg_wal"))).toBe(true);
  expect(before.some((file) => file.includes("base"))).toBe(true);

  const backup = path.join(await makeFolder(), "before.backup");
  await writeBackup(server.adminUrl, backup, { key, now: new Date() });
  expect(await readFile(backup)).not.toContain(MARK);
  const statistics = await admin`select * from statistics.release`;

  const app = openDatabase(roleUrl(server.adminUrl, "kompass_app"), { connections: 1 });
  const run = crypto.randomUUID();
  const as = (personId: string) => ({ type: "person", kommunCode: KOMMUN, personId }) as const;
  await app.transaction(as(officer.id), ({ sql }) => sql`select kompass.propose_purge(${run})`);
  await app.transaction(as(second.id), ({ sql }) => sql`select kompass.decide_purge(${run}, true)`);
  await app.close();
  const [receipt] = await purgeApproved(server.adminUrl, place);
  expect(receipt).toMatchObject({ kommunCode: KOMMUN, purged: 1, kept: 0, rows: { child: 1, guardian: 2 } });
  expect(await admin`select id from child`).toEqual([{ id: other }]);
  expect(await admin`select * from statistics.release`).toEqual(statistics);
  const [stored] = await admin`select state, rewritten_at is not null as rewritten from purge_run`;
  expect(stored).toEqual({ state: "purged", rewritten: true });
  expect(await filesWithMark(place)).toEqual([]);

  // Another machine, the same ledger: what comes back is purged before anybody is served.
  const elsewhere = await makeFolder();
  const restored = await startEmbedded({ dataFolder: elsewhere });
  try {
    await restoreBackup(restored.adminUrl, backup, { key });
    const opened = openDatabase(restored.adminUrl, { connections: 1 });
    const there = opened.sql;
    expect(await there`select count(*)::int as children from child`).toEqual([{ children: 2 }]);
    expect((await filesWithMark(elsewhere)).length).toBeGreaterThan(0);
    expect(await purgeWhatCameBack(restored.adminUrl, place)).toBe(1);
    expect(await there`select id from child`).toEqual([{ id: other }]);
    expect(await purgeWhatCameBack(restored.adminUrl, place)).toBe(0);
    await opened.close();
    expect(await filesWithMark(elsewhere)).toEqual([]);
  } finally {
    await restored.stop();
  }
});
