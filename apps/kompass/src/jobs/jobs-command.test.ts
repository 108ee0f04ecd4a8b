import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
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
  const personId = crypto.randomUUID();
  await database.app.transaction({ type: "person", kommunCode: KOMMUN, personId }, async ({ sql }) => {
    await sql`select kompass.audit('people.getChild', 'nodoppning', ${crypto.randomUUID()}::uuid, array['child'])`;
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
