import { randomBytes } from "node:crypto";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { todayInSweden } from "@kompassen/domain/shared";
import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startEmbedded } from "../embedded/index.ts";
import { aChild, aKommun } from "../factories/index.ts";
import { openTestDatabase, type TestDatabase } from "../testing/index.ts";
import { restoreBackup, writeBackup } from "./index.ts";

const key = randomBytes(32);
let folder: string;
let file: string;
let database: TestDatabase;
let child: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kompassen-backup-"));
  file = path.join(folder, "one.backup");
  database = await openTestDatabase();
  const kommun = await aKommun(database.admin, "9303", todayInSweden(new Date()));
  const person = await kommun.aPerson("stodsamordnare");
  ({ id: child } = await aChild(kommun).withGuardians(2).followedBy(person).stagnantIn("fritid").insert());
  // What COPY's text form must escape, and a row that looks like the end of the rows.
  await database.admin`update child set given_name = ${"\\."}, family_name = ${"tab\t rad\nny \\N å€😀"} where id = ${child}`;
  await database.admin`insert into session (token_hash, kommun_code, person_id, expires_at) values ('x', '9303', ${person.id}, now())`;
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

it("saves everything but who is signed in, and restores the same rows on another server", async () => {
  const summary = await writeBackup(database.adminUrl, file, { key, now: new Date() });
  expect(summary.tables).toBeGreaterThan(30);
  const bytes = await readFile(file);
  expect(bytes.length).toBe(summary.bytes);
  expect(bytes.includes("Solumi")).toBe(false);

  const elsewhereFolder = await mkdtemp(path.join(tmpdir(), "kompassen-elsewhere-"));
  const elsewhere = await startEmbedded({ dataFolder: elsewhereFolder, settings: ["fsync=off"] });
  const admin = postgres(elsewhere.adminUrl, { max: 1, onnotice: () => {} });
  try {
    const restored = await restoreBackup(elsewhere.adminUrl, file, { key });
    expect(restored).toEqual({ tables: summary.tables, rows: summary.rows });
    expect(await admin`select * from child`).toEqual(await database.admin`select * from child`);
    expect(await admin`select * from assessment order by id`).toEqual(
      await database.admin`select * from assessment order by id`,
    );
    expect(await admin`select 1 from session`).toHaveLength(0);
    // A database that holds something is not replaced unasked, and is left as it was.
    await expect(restoreBackup(elsewhere.adminUrl, file, { key })).rejects.toMatchObject({
      fault: "not_empty",
    });
    await admin`update child set given_name = 'Efter' where id = ${child}`;
    await restoreBackup(elsewhere.adminUrl, file, { key, replace: true });
    const again = postgres(elsewhere.adminUrl, { max: 1, onnotice: () => {} });
    expect(await again`select given_name from child where id = ${child}`).toEqual([{ given_name: "\\." }]);
    await again.end();

    // Nothing of a broken file comes in, and what was there stays.
    for (const [spoil, fault] of [
      [(whole: Buffer) => whole.fill(whole.readUInt8(700) ^ 1, 700, 701), "damaged"],
      [(whole: Buffer) => whole.subarray(0, whole.length - 40), "damaged"],
      [
        (whole: Buffer) => Buffer.from(whole.toString("latin1").replace('At":"20', 'At":"21'), "latin1"),
        "damaged",
      ],
      [() => Buffer.from("kommun;barn\n"), "not_a_backup"],
    ] as const) {
      const spoilt = path.join(folder, "spoilt.backup");
      await copyFile(file, spoilt);
      await writeFile(spoilt, spoil(await readFile(file)));
      await expect(restoreBackup(elsewhere.adminUrl, spoilt, { key, replace: true })).rejects.toMatchObject({
        fault,
      });
    }
    await expect(
      restoreBackup(elsewhere.adminUrl, file, { key: randomBytes(32), replace: true }),
    ).rejects.toMatchObject({ fault: "other_key" });
    const kept = postgres(elsewhere.adminUrl, { max: 1, onnotice: () => {} });
    expect(await kept`select given_name from child where id = ${child}`).toEqual([{ given_name: "\\." }]);
    expect(await kept`select datname from pg_database where datname like '%restoring'`).toHaveLength(0);
    await kept.end();
  } finally {
    await admin.end();
    await elsewhere.stop();
    await rm(elsewhereFolder, { recursive: true, force: true });
  }
});
