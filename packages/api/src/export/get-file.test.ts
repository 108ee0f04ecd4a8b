import { createHash } from "node:crypto";
import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { EXPORT_FORMATS } from "@kompassen/domain/export";
import type { PersonRole } from "@kompassen/domain/people";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aKommun, type TestKommun } from "../testing/a-kommun.ts";
import { exportAsJob } from "./export-as-job.ts";
import { randomRelease } from "./random-release.test-support.ts";
import { writeFile } from "./write-file.ts";

const KOMMUN = "9001";
const [RELEASE] = fc.sample(randomRelease, { numRuns: 1, seed: 11 });
if (RELEASE === undefined) throw new Error("no release was drawn");
const { head, cells } = RELEASE;

let database: TestDatabase;
let kommun: TestKommun;

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, KOMMUN);
  await aKommun(database, "9002");
  const { admin } = database;
  const sha256 = createHash("sha256").update("{}").digest("hex");
  await admin`
    insert into statistics.release (kommun_code, id, released_on, head, document, sha256)
    values (${KOMMUN}, ${head.id}, ${head.releasedOn}, ${admin.json(JSON.parse(JSON.stringify(head)))}, '{}', ${sha256})`;
  const levels = new Map(head.places.map(({ code, level }) => [code, level]));
  const parts = Map.groupBy(cells, ({ table, unit }) => `${table} ${levels.get(unit)}`);
  for (const [part, own] of parts) {
    const [table = "", level = ""] = part.split(" ");
    await admin`
      insert into statistics.release_part (kommun_code, release_id, table_name, level, cells)
      values (${KOMMUN}, ${head.id}, ${table}, ${level}, ${admin.json(JSON.parse(JSON.stringify(own)))})`;
  }
});

afterAll(() => database?.close());

async function logOf(verb: string) {
  return database.admin`
    select l.actor_kind, coalesce(a.actor_id::text, l.actor) as actor_id, l.purpose, l.fields, l.child_alias from audit_log l
      left join audit_actor a on a.alias::text = l.actor where l.verb = ${verb} order by l.sequence`;
}

it.each(EXPORT_FORMATS)("gives the release as %s, the same bytes by page and by job", async (format) => {
  const reader = await kommun.person("Stina", "styrgrupp");
  const file = await reader.as.export.getFile({ releaseId: head.id, format });
  const expected = await writeFile(RELEASE, format);
  expect([file.name, file.contentType]).toEqual([expected.name, expected.contentType]);
  expect(file.base64 === Buffer.from(expected.bytes).toString("base64")).toBe(true);
  const actor = { type: "system", kommunCode: KOMMUN, job: "release-export" } as const;
  const byJob = await database.job.transaction(actor, (tx) =>
    exportAsJob(tx, { releaseId: head.id, format }),
  );
  expect(Buffer.compare(Buffer.from(byJob?.bytes ?? []), Buffer.from(expected.bytes))).toBe(0);
});

it("writes in the log who fetched which file of which release, and of no child", async () => {
  const reader = await kommun.person("Ulf", "utvarderare");
  await reader.as.export.getFile({ releaseId: head.id, format: "zip" });
  const rows = await logOf("export.getFile");
  expect(rows.findLast(({ actor_id }) => actor_id === reader.id)).toMatchObject({
    actor_kind: "person",
    purpose: "statistik",
    fields: [head.id, "zip"],
    child_alias: null,
  });
  expect(
    rows.some(({ actor_kind, actor_id }) => actor_kind === "system" && actor_id === "release-export"),
  ).toBe(true);
});

it.each<PersonRole>(["stodsamordnare", "barnkontakt", "administrator"])(
  "is not there for a %s, who leaves no trace of a file",
  async (role) => {
    const person = await kommun.person("Berit", role);
    const fetched = person.as.export.getFile({ releaseId: head.id, format: "csv" });
    await expect(fetched).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await logOf("export.getFile")).filter(({ actor_id }) => actor_id === person.id)).toEqual([]);
  },
);

it("is not there for another kommun, nor when there is no such release", async () => {
  const reader = await kommun.person("Stina", "styrgrupp");
  const unknown = reader.as.export.getFile({ releaseId: "kompass-9001-2020Q1-1", format: "csv" });
  await expect(unknown).rejects.toMatchObject({ code: "NOT_FOUND" });
  const elsewhere = { type: "system", kommunCode: "9002", job: "release-export" } as const;
  const file = await database.job.transaction(elsewhere, (tx) =>
    exportAsJob(tx, { releaseId: head.id, format: "csv" }),
  );
  expect(file).toBeNull();
});
