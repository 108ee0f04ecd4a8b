import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { releaseExportCommand } from "./index.ts";

const KOMMUN = "9104";
const RELEASE = `kompass-${KOMMUN}-2026Q1-1`;

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), "kompassen-export-"));
  process.env.DATABASE_URL = database.adminUrl;
  const { admin } = database;
  const head = {
    id: RELEASE,
    kommunCode: KOMMUN,
    kommunName: "Prövland",
    periods: ["2026Q1"],
    releasedOn: "2026-04-20",
    approvedBy: "Sam Statistik",
    ruleSet: "uppfoljning 1",
    codeVersion: "0.1.0",
    sha256: "0".repeat(64),
    parameters: { k: 5 },
    places: [{ code: KOMMUN, name: "Prövland", level: "kommun", parent: null }],
    cellCount: 1,
    hiddenCount: 0,
    withheld: [],
  };
  const address = { unit: KOMMUN, ageGroup: "alla", period: "2026Q1", area: null, rater: null };
  const value = { status: "published", value: 31 };
  const cell = { table: "uptake", metric: "barnsamtal", ...address, cell: value };
  const sha256 = createHash("sha256").update("{}").digest("hex");
  await admin`insert into kommun (kommun_code, name) values (${KOMMUN}, 'Prövland')`;
  await admin`
    insert into statistics.release (kommun_code, id, released_on, head, document, sha256)
    values (${KOMMUN}, ${RELEASE}, '2026-04-20', ${admin.json(head)}, '{}', ${sha256})`;
  await admin`
    insert into statistics.release_part (kommun_code, release_id, table_name, level, cells)
    values (${KOMMUN}, ${RELEASE}, 'uptake', 'kommun', ${admin.json([cell])})`;
});

afterAll(async () => {
  delete process.env.DATABASE_URL;
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const stdout = { write: (text: string) => (out += text) };
  const stderr = { write: (text: string) => (err += text) };
  return { code: await releaseExportCommand(args, { stdout, stderr, folder }), out, err };
}

const asked = ["--kommun", KOMMUN, "--release", RELEASE];

it("writes the zip in a folder it makes, the same bytes when it is run again", async () => {
  const first = await run(...asked, "--out", "ett");
  expect(first).toMatchObject({ code: 0, err: "" });
  expect(first.out).toContain(`ett/${RELEASE}.zip`);
  await run(...asked, "--out", "tva", "--format", "zip");
  const [one, two] = await Promise.all(
    ["ett", "tva"].map((name) => readFile(path.join(folder, name, `${RELEASE}.zip`))),
  );
  expect(one?.equals(two ?? Buffer.of())).toBe(true);
});

it("writes the form that is asked for", async () => {
  for (const format of ["csv", "csv-excel", "xlsx", "pdf", "json-stat"])
    expect(await run(...asked, "--out", "alla", "--format", format)).toMatchObject({ code: 0 });
  expect((await readdir(path.join(folder, "alla"))).toSorted()).toEqual(
    ["-excel.csv", ".csv", ".json", ".pdf", ".xlsx"].map((ending) => `${RELEASE}${ending}`),
  );
  const csv = await readFile(path.join(folder, "alla", `${RELEASE}.csv`), "utf8");
  expect(csv).toContain(`uptake,barnsamtal,${KOMMUN},kommun,,alla,2026Q1,,,published,31,,\n`);
});

it("writes nothing when there is no such release, and says how it is used when it was not asked well", async () => {
  const unknown = await run("--kommun", KOMMUN, "--release", "kompass-9104-2020Q1-1", "--out", "tomt");
  expect(unknown.code).toBe(2);
  expect(unknown.err).toContain("finns inte");
  await expect(readdir(path.join(folder, "tomt"))).rejects.toThrow("ENOENT");
  for (const args of [
    [],
    [...asked],
    [...asked, "--out", "x", "--format", "doc"],
    [...asked, "--out", "x", "--y"],
  ])
    expect(await run(...args)).toMatchObject({ code: 2, out: "" });
});
