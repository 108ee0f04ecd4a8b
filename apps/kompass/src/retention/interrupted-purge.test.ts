import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { runPurges } from "@kompassen/api/retention";
import { aChild, aKommun } from "@kompassen/db/factories";
import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, expect, it } from "vitest";
import { purgeApproved, purgeWhatCameBack } from "./index.ts";
import { ledgerFolder, openLedger } from "./ledger.ts";

const KOMMUN = "9306";

let database: TestDatabase;
let folder: string;
let kommun: Awaited<ReturnType<typeof aKommun>>;
let officer: string;
let second: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kompassen-interrupted-"));
  database = await openTestDatabase();
  kommun = await aKommun(database.admin, KOMMUN, todayInSweden(new Date()));
  officer = (await kommun.aPerson("dataskyddsombud")).id;
  second = (await kommun.aPerson("dataskyddsombud")).id;
});
afterAll(async () => {
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A child whose purge two persons have decided on. */
async function aCondemnedChild(): Promise<string> {
  const follower = await kommun.aPerson("stodsamordnare");
  const { id } = await aChild(kommun)
    .withGuardians(1)
    .followedBy(follower)
    .closedFor("behov_uppfyllt")
    .insert();
  await database.admin`update child set closed_on = current_date - 800 where id = ${id}`;
  const run = crypto.randomUUID();
  await as(officer, (sql) => sql`select kompass.propose_purge(${run})`);
  await as(second, (sql) => sql`select kompass.decide_purge(${run}, true)`);
  return id;
}

function as(personId: string, work: (sql: TestDatabase["admin"]) => Promise<unknown>): Promise<unknown> {
  const actor = { type: "person", kommunCode: KOMMUN, personId } as const;
  return database.app.transaction(actor, ({ sql }) => work(sql as TestDatabase["admin"]));
}

const isThere = async (id: string) => (await database.admin`select 1 from child where id = ${id}`).length > 0;
const killed = async () => {
  throw new Error("killed");
};

it("leaves a child whose purge was cut off before it was done, and that has been held since", async () => {
  const id = await aCondemnedChild();
  const ledger = await openLedger(ledgerFolder(folder));
  const intend = (...all: Parameters<typeof ledger.intend>) => ledger.intend(...all).then(killed);
  await expect(runPurges(database.job, { ...ledger, intend })).rejects.toThrow("killed");
  const [child] = await database.admin`select case_number from child where id = ${id}`;
  await as(
    officer,
    (sql) => sql`
    select kompass.hold_case(${crypto.randomUUID()}, ${child?.case_number}, 'Tvist', current_date + 30)`,
  );
  expect(await purgeWhatCameBack(database.adminUrl, folder)).toBe(0);
  expect(await purgeApproved(database.adminUrl, folder)).toMatchObject({
    receipts: [{ purged: 0, kept: 1 }],
  });
  expect(await purgeWhatCameBack(database.adminUrl, folder)).toBe(0);
  expect(await isThere(id)).toBe(true);
});

it("knows of a child that was gone when whoever purged was killed", async () => {
  const id = await aCondemnedChild();
  const ledger = await openLedger(ledgerFolder(folder));
  await expect(runPurges(database.job, { ...ledger, done: killed })).rejects.toThrow("killed");
  expect([await isThere(id), (await openLedger(ledgerFolder(folder))).has(KOMMUN, id)]).toEqual([
    false,
    false,
  ]);
  await purgeApproved(database.adminUrl, folder);
  expect((await openLedger(ledgerFolder(folder))).has(KOMMUN, id)).toBe(true);
});
