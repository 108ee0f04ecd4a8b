import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { HISTORY_COLUMNS } from "@kompassen/domain/history";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { importCommand } from "./index.ts";

const KOMMUN = "9103";
const MAIN = path.resolve(import.meta.dirname, "../main.ts");

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), "kompassen-import-"));
  process.env.DATABASE_URL = database.adminUrl;
  const { admin } = database;
  const [unitId, personId] = [crypto.randomUUID(), crypto.randomUUID()];
  await admin`insert into kommun (kommun_code, name) values (${KOMMUN}, 'Prövland')`;
  await admin`
    insert into unit (kommun_code, id, code, name, kind)
    values (${KOMMUN}, ${unitId}, 'SKO1', 'Skolan', 'grundskola')`;
  await admin`
    insert into person (kommun_code, id, login_key, given_name, family_name, title)
    values (${KOMMUN}, ${personId}, 'bk-1', 'Solumi', 'Granverle', 'Rektor')`;
  await admin`
    insert into person_role (kommun_code, person_id, role, valid_from)
    values (${KOMMUN}, ${personId}, 'barnkontakt', '2020-01-01')`;
});

beforeEach(async () => {
  await database.admin`truncate child cascade`;
});

afterAll(async () => {
  delete process.env.DATABASE_URL;
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

const line = (child: string, area: string, value: string) =>
  `${child},${child}-1,2026-01-10,2026-01-10,barn,samtalsunderlag,1,6-12,${area},,${value},,`;

async function write(name: string, lines: readonly string[]): Promise<string> {
  await writeFile(path.join(folder, name), `${[HISTORY_COLUMNS.join(","), ...lines].join("\n")}\n`);
  return name;
}

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const stdout = { write: (text: string) => (out += text) };
  const stderr = { write: (text: string) => (err += text) };
  return { code: await importCommand(args, { stdout, stderr, folder }), out, err };
}

const place = ["--kommun", KOMMUN, "--unit", "SKO1", "--responsible", "bk-1"];

async function countChildren(): Promise<number> {
  const [row] = await database.admin`select count(*)::int as count from child`;
  return Number(row?.count);
}

describe("kompass import", () => {
  it("reads a file into an empty kommun, with the placeholder forms it lacks", async () => {
    const file = await write("history.csv", [line("A", "fritid", "3"), line("B", "fritid", "4")]);
    const { code, out, err } = await run(file, ...place);
    expect(err).toBe("");
    expect(code).toBe(0);
    expect(out).toContain("barn         2 nya, 0 fanns redan");
    expect(out).toContain("formulär     samtalsunderlag 1, platshållare, 8 påståenden");
    expect(await countChildren()).toBe(2);
  });

  it("says that nothing has changed when the file is read a second time", async () => {
    const file = await write("again.csv", [line("A", "fritid", "3")]);
    await run(file, ...place);
    const { code, out } = await run(file, ...place);
    expect(code).toBe(0);
    expect(out).toMatch(/^Allt i filen fanns redan\. Inget har ändrats\./);
    expect(out).toContain("barn         0 nya, 1 fanns redan");
  });

  it("prints every fault under its file, and writes nothing", async () => {
    const file = await write("wrong.csv", [line("A", "fritid", "6"), line("B", "skola", "3")]);
    const { code, out, err } = await run(file, ...place);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toMatch(
      /^2 fel\. Inget har lästs in\.\nwrong\.csv:\n {2}Rad 2, value: "6"\..*\n {2}Rad 3, area: "skola"\./,
    );
    expect(await countChildren()).toBe(0);
  });

  it("answers what is missing in the command: file, kommun, option", async () => {
    expect((await run("none.csv", ...place)).err).toBe("Hittar inte filen none.csv.\n");
    const file = await write("one.csv", [line("A", "fritid", "3")]);
    expect((await run(file, "--kommun", "9999")).err).toContain("Kommunen 9999 finns inte i databasen.");
    expect((await run(file)).err).toMatch(/^kompass import/);
    expect((await run(file, "--kommun", KOMMUN)).err).toContain("Enhet: inte angiven.");
  });

  it("leaves nothing when it is killed in the middle of writing", async () => {
    const file = await write("killed.csv", [line("A", "fritid", "3")]);
    const { admin } = database;
    const child = await admin.begin(async (sql) => {
      // The import has written its children and waits here with the assessments.
      await sql`lock table assessment in share mode`;
      const started = spawn(process.execPath, [MAIN, "import", file, ...place], {
        env: { ...process.env, KOMPASSEN_CWD: folder },
        stdio: "ignore",
      });
      const exited = once(started, "exit");
      for (let isWaiting = false; !isWaiting; ) {
        // On another connection: a transaction sees the activity as it was at its first look.
        const waiting = await admin`
          select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%into assessment%'`;
        isWaiting = waiting.length > 0;
        if (started.exitCode !== null) throw new Error("the import ended before it was killed");
      }
      started.kill("SIGKILL");
      await exited;
      return started;
    });
    expect(child.signalCode).toBe("SIGKILL");
    expect(await countChildren()).toBe(0);
    const { code, out } = await run(file, ...place);
    expect(code).toBe(0);
    expect(out).toContain("barn         1 nya, 0 fanns redan");
  }, 60_000);
});
