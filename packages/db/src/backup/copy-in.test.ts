import { setTimeout } from "node:timers/promises";
import postgres, { type Sql, type TransactionSql } from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../testing/index.ts";
import { copyIn } from "./copy-in.ts";
import { Presence } from "./while-there.ts";

let database: TestDatabase;
let sql: Sql;
const presence = new Presence();
const transact = (work: (tx: TransactionSql) => Promise<void>) =>
  sql.begin((tx) => presence.during(() => work(tx)));

beforeAll(async () => {
  database = await openTestDatabase();
  const { onclose } = presence;
  sql = postgres(database.adminUrl, { max: 1, fetch_types: false, onnotice: () => {}, onclose });
  await sql`create table number (n int check (n > 0))`;
});
afterAll(async () => {
  await sql?.end({ timeout: 1 });
  await database?.close();
});

const COPY = "copy number (n) from stdin";
const rows = (count: number) => Buffer.from("1\n".repeat(count));

it("puts in every row, more than the socket holds too", async () => {
  await transact(async (tx) => {
    const copy = await copyIn(tx, COPY, presence);
    for (let part = 0; part < 20; part += 1) await copy.write(rows(50_000));
    await copy.end();
    expect(await tx`select count(*)::int as n from number`).toEqual([{ n: 1_000_000 }]);
  });
});

it.each([
  ["at once", 0],
  ["when the database has had time to answer", 300],
])("tells of a row that is refused, %s", async (_when, pause) => {
  const copying = transact(async (tx) => {
    const copy = await copyIn(tx, COPY, presence);
    await copy.write(Buffer.from("0\n"));
    await setTimeout(pause);
    await copy.end();
  });
  await expect(copying).rejects.toThrow();
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
});

it.each([
  ["at once", 0, 10],
  ["before the end", 0, 0],
  ["while nobody writes", 300, 10],
  ["while nobody writes, before the end", 300, 0],
])("tells of a server that goes away, %s", async (_when, pause, more) => {
  const copying = transact(async (tx) => {
    const [own] = await tx`select pg_backend_pid() as pid`;
    const copy = await copyIn(tx, COPY, presence);
    await copy.write(rows(10));
    await database.admin`select pg_terminate_backend(${own?.pid}, 2000)`;
    await setTimeout(pause);
    if (more > 0) await copy.write(rows(more));
    await copy.end();
  });
  await expect(copying).rejects.toThrow();
});
