import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type EmbeddedServer, startEmbedded } from "../embedded/index.ts";
import { migrateDatabase } from "../migrate/index.ts";
import { restoreBackup, settleRestore, writeBackup } from "./index.ts";

const key = randomBytes(32);
let folder: string;
let file: string;
let server: EmbeddedServer;
let maintenance: Sql;

const open = (url: string) => postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
const urlOf = (name: string) => Object.assign(new URL(server.adminUrl), { pathname: `/${name}` }).toString();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kompassen-name-"));
  file = path.join(folder, "one.backup");
  const settings = ["fsync=off", "max_prepared_transactions=2"];
  server = await startEmbedded({ dataFolder: folder, settings });
  await migrateDatabase(server.adminUrl);
  await inDatabase((sql) => sql`insert into kommun (kommun_code, name) values ('9301', 'Sparad')`);
  await writeBackup(server.adminUrl, file, { key, now: new Date() });
  maintenance = open(urlOf("postgres"));
});
afterAll(async () => {
  await maintenance?.end();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function inDatabase<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = open(server.adminUrl);
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

const kommunName = () => inDatabase(async (sql) => (await sql`select name from kommun`)[0]?.name);
const rename = (name: string) => inDatabase((sql) => sql`update kommun set name = ${name}`);
const databases = async () =>
  (
    await maintenance<{ name: string }[]>`
      select datname as name from pg_database where datname like 'kompassen%' order by 1`
  ).map(({ name }) => name);

it("takes the name also from under somebody who looks into every database, and is alone about it", async () => {
  await rename("Ändrad");
  const onlookers: Sql[] = [open(server.adminUrl)];
  await onlookers[0]?.unsafe("select 1");
  await restoreBackup(server.adminUrl, file, {
    key,
    replace: true,
    beforeServing: async (restoredUrl) => {
      const onlooker = open(restoredUrl);
      await onlooker`select 1`;
      onlookers.push(onlooker);
      await expect(settleRestore(server.adminUrl)).rejects.toThrow("återställs just nu");
    },
  });
  await Promise.all(onlookers.map((onlooker) => onlooker.end({ timeout: 1 })));
  expect([await databases(), await kommunName()]).toEqual([["kompassen"], "Sparad"]);
});

it("leaves what was there when it cannot be renamed", async () => {
  await rename("Ändrad");
  const hold = () =>
    inDatabase((sql) => sql.unsafe("begin; create table held (n int); prepare transaction 'held'"));
  await expect(
    restoreBackup(server.adminUrl, file, {
      key,
      replace: true,
      beforeServing: async () => {
        await hold();
      },
    }),
  ).rejects.toThrow("being accessed");
  await inDatabase((sql) => sql`rollback prepared 'held'`);
  expect([await databases(), await kommunName()]).toEqual([["kompassen"], "Ändrad"]);
});

it("finishes what a killed restore left, on either side of the change of names", async () => {
  await rename("Kvar");
  await maintenance.unsafe("create database kompassen_restoring");
  await maintenance.unsafe("alter database kompassen_restoring allow_connections false");
  await maintenance.unsafe("alter database kompassen allow_connections false");
  await settleRestore(server.adminUrl);
  expect([await databases(), await kommunName()]).toEqual([["kompassen"], "Kvar"]);
  await maintenance.unsafe("create database kompassen_replaced");
  await maintenance.unsafe("alter database kompassen_replaced allow_connections false");
  await settleRestore(server.adminUrl);
  expect([await databases(), await kommunName()]).toEqual([["kompassen"], "Kvar"]);
});

it("says so when the database does not take all of it, and leaves nothing of it", async () => {
  await rename("Ändrad");
  const restoring = restoreBackup(server.adminUrl, file, { key, replace: true });
  const over = restoring.then(
    () => true,
    () => true,
  );
  const filling = () => maintenance`
    select pg_terminate_backend(pid) from pg_stat_activity
     where datname = 'kompassen_restoring' and query like 'copy % from stdin'`;
  while ((await filling()).length === 0 && !(await Promise.race([over, setTimeout(2, false)])));
  await expect(restoring).rejects.toMatchObject({ fault: "interrupted" });
  expect([await databases(), await kommunName()]).toEqual([["kompassen"], "Ändrad"]);
});
