import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { todayInSweden } from "@kompassen/domain/shared";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type EmbeddedServer, startEmbedded } from "../embedded/index.ts";
import { aKommun } from "../factories/index.ts";
import { migrateDatabase } from "../migrate/index.ts";
import { FilesInUse, rewriteFiles, writeBackup } from "./index.ts";

let folder: string;
let server: EmbeddedServer;
let admin: Sql;
const patienceMs = 400;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kompassen-rewrite-"));
  server = await startEmbedded({ dataFolder: folder, settings: ["fsync=off"] });
  await migrateDatabase(server.adminUrl);
  admin = open();
  const kommun = await aKommun(admin, "9301", todayInSweden(new Date()));
  const [{ id: one }, { id: other }] = [
    await kommun.aPerson("dataskyddsombud"),
    await kommun.aPerson("dataskyddsombud"),
  ];
  await admin`
    insert into purge_run (kommun_code, id, state, as_of, proposed_by, decided_by, decided_at, children, held,
                           planned_rows, purged_at, purged_children)
    values ('9301', ${crypto.randomUUID()}, 'purged', current_date, ${one}, ${other}, now(), 1, 0, '{}', now(), 1)`;
});
afterAll(async () => {
  await admin?.end();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const open = () => postgres(server.adminUrl, { max: 1, fetch_types: false, onnotice: () => {} });
const isMarked = async () =>
  (await admin`select 1 from purge_run where rewritten_at is not null`).length === 1;

async function filesWith(mark: string): Promise<number> {
  let count = 0;
  const entries = await readdir(path.join(folder, "postgres"), { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    if ((await readFile(path.join(entry.parentPath, entry.name))).includes(mark)) count += 1;
  }
  return count;
}

it("is not done while somebody still sees what was deleted, and is the next time", async () => {
  const mark = `xq${randomBytes(6).toString("hex")}`;
  await admin`update kommun set name = ${mark}`;
  await admin`checkpoint`;
  const reader = open();
  await reader`begin isolation level repeatable read`;
  await reader`select 1 from pg_database`;
  await admin`update kommun set name = 'Kommun'`;
  await expect(rewriteFiles(server.adminUrl, { patienceMs })).rejects.toBeInstanceOf(FilesInUse);
  expect([(await filesWith(mark)) > 0, await isMarked()]).toEqual([true, false]);
  await reader`rollback`;
  await reader.end();
  await rewriteFiles(server.adminUrl, { patienceMs });
  expect([await filesWith(mark), await isMarked()]).toEqual([0, true]);
});

it("lets others at a table that it cannot have, and gives up in the end", async () => {
  const holder = open();
  await holder`begin`;
  await holder`select 1 from child limit 1`;
  const rewriting = rewriteFiles(server.adminUrl, { patienceMs: 3_000 });
  const outcome = expect(rewriting).rejects.toBeInstanceOf(FilesInUse);
  let longest = 0;
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  rewriting.then(over, over);
  while (!isOver) {
    const started = performance.now();
    await admin`select 1 from child limit 1`;
    longest = Math.max(longest, performance.now() - started);
  }
  await outcome;
  expect(longest).toBeLessThan(4_000);
  await holder`rollback`;
  await holder.end();
});

it("and a backup wait for each other, holding nothing back meanwhile", async () => {
  const file = path.join(folder, "one.backup");
  const save = (patience: number) =>
    writeBackup(server.adminUrl, file, { key: randomBytes(32), now: new Date(), patienceMs: patience });
  const saving = save(30_000);
  const rewriting = rewriteFiles(server.adminUrl, { patienceMs: 30_000 });
  await Promise.all([saving, rewriting]);
  const holder = open();
  await holder`select pg_advisory_lock(hashtext('kompassen files'))`;
  await expect(save(patienceMs)).rejects.toBeInstanceOf(FilesInUse);
  await expect(rewriteFiles(server.adminUrl, { patienceMs })).rejects.toBeInstanceOf(FilesInUse);
  await holder.end();
});

it("a backup begun under the same name by somebody who was killed gives way", async () => {
  const file = path.join(folder, "fixed.backup");
  await writeFile(`${file}.part`, "half");
  const { bytes } = await writeBackup(server.adminUrl, file, { key: randomBytes(32), now: new Date() });
  expect([(await readFile(file)).length, await readdir(folder)]).toEqual([
    bytes,
    expect.not.arrayContaining(["fixed.backup.part"]),
  ]);
});
