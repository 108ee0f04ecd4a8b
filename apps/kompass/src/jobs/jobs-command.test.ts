import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, expect, it } from "vitest";
import { jobsCommand } from "./jobs-command.ts";

const KOMMUN = "9318";

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), "kompassen-heads-"));
  process.env.DATABASE_URL = database.adminUrl;
});
afterAll(async () => {
  delete process.env.DATABASE_URL;
  delete process.env.KOMPASSEN_HEADS;
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

async function runOnce() {
  let said = "";
  const write = (text: string) => (said += text);
  const code = await jobsCommand(["--once"], { stdout: { write }, stderr: { write }, folder });
  return { code, said };
}

it("publishes the day's heads and takes up looks; what cannot be done does not stop the rest", async () => {
  await database.admin`insert into kommun (kommun_code, name) values (${KOMMUN}, 'Kommun')`;
  const [personId, childId, unitId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  await database.admin`
    insert into unit (kommun_code, id, code, name, kind) values (${KOMMUN}, ${unitId}, 'S1', 'Skolan', 'grundskola')`;
  await database.admin`
    insert into child (kommun_code, id, case_number, given_name, family_name, unit_id, registered_on)
    values (${KOMMUN}, ${childId}, 'A1', 'Nilo', 'Vandral', ${unitId}, '2026-01-01')`;
  await database.app.transaction({ type: "person", kommunCode: KOMMUN, personId }, async ({ sql }) => {
    await sql`select kompass.audit('people.getChild', 'nodoppning', ${childId}::uuid, array['child'])`;
  });
  const items = () => database.admin`select reasons from log_review_item`;

  process.env.KOMPASSEN_HEADS = "/dev/null/heads";
  const failed = await runOnce();
  expect(failed.code).toBe(1);
  expect(failed.said).toMatch(/^publish-heads: Error \(ENOTDIR\)\n$/);
  expect(await items()).toMatchObject([{ reasons: expect.arrayContaining(["emergency"]) }]);

  process.env.KOMPASSEN_HEADS = folder;
  expect(await runOnce()).toEqual({ code: 0, said: "" });
  expect(await readdir(folder)).toContain(`${KOMMUN}-${todayInSweden(new Date())}.heads`);
  expect(await items()).toHaveLength(1);
});

it("waits for a backup before it writes the files of a purge before anew", async () => {
  const [officer, second] = [crypto.randomUUID(), crypto.randomUUID()];
  for (const id of [officer, second])
    await database.admin`
      insert into person (kommun_code, id, login_key, given_name, family_name, title)
      values (${KOMMUN}, ${id}, ${id}, 'A', 'B', 'C')`;
  await database.admin`
    insert into purge_run (kommun_code, id, state, as_of, proposed_by, decided_by, decided_at, children, held,
                           planned_rows, purged_at, purged_children)
    values (${KOMMUN}, ${crypto.randomUUID()}, 'purged', current_date, ${officer}, ${second}, now(), 1, 0, '{}', now(), 1)`;
  const rewritten = async () =>
    (await database.admin`select 1 from purge_run where rewritten_at is not null`).length;
  const other = await database.admin.reserve();
  await other`select pg_advisory_lock(hashtext('kompassen files'))`;
  const waiting = runOnce();
  await setTimeout(500);
  await other`select pg_advisory_unlock_all()`;
  other.release();
  expect([await waiting, await rewritten()]).toEqual([{ code: 0, said: "" }, 1]);
});
