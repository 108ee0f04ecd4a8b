import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { addDays, todayInSweden } from "@kompassen/domain/shared";
import { STEP_COLUMNS } from "@kompassen/domain/stodprocess";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { importCountsCommand, importStepsCommand } from "./index.ts";

const KOMMUN = "9113";
const today = todayInSweden(new Date());
const [school, preschool, child] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), "kompassen-steps-"));
  process.env.DATABASE_URL = database.adminUrl;
  const { admin } = database;
  await admin`insert into kommun (kommun_code, name) values (${KOMMUN}, 'Prövland')`;
  await admin`
    insert into unit (kommun_code, id, code, name, kind) values
      (${KOMMUN}, ${school}, 'SKO1', 'Skolan', 'grundskola'), (${KOMMUN}, ${preschool}, 'FSK1', 'Förskolan', 'forskola')`;
});
beforeEach(async () => {
  const { admin } = database;
  await admin`truncate child, home_visit, training, unit_population cascade`;
  await admin`
    insert into child (kommun_code, id, case_number, given_name, family_name, birth_date, unit_id, source_key, registered_on)
    values (${KOMMUN}, ${child}, 'B-0001', 'Nilo', 'Vandral', '2017-05-10', ${school}, 'elev-1', '2024-01-10')`;
  await admin`
    insert into placement (kommun_code, id, child_id, unit_id, valid_from, valid_to) values
      (${KOMMUN}, gen_random_uuid(), ${child}, ${preschool}, '2019-08-15', '2023-08-14'),
      (${KOMMUN}, gen_random_uuid(), ${child}, ${school}, '2023-08-15', null)`;
});
afterAll(async () => {
  delete process.env.DATABASE_URL;
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

async function write(text: string): Promise<string> {
  await writeFile(path.join(folder, "file.csv"), text);
  return "file.csv";
}

async function run(command: typeof importStepsCommand, ...args: string[]) {
  let [out, err] = ["", ""];
  const stdout = { write: (text: string) => (out += text) };
  const stderr = { write: (text: string) => (err += text) };
  return { code: await command(args, { stdout, stderr, folder }), out, err };
}

const steps = async (...lines: string[]) =>
  run(
    importStepsCommand,
    await write(`${[STEP_COLUMNS.join(","), ...lines].join("\n")}\n`),
    "--kommun",
    KOMMUN,
  );

const CARD = "B-0001,upptackarkort,aktivera_barnkontakt,,,2024-02-01,2024-01-30,kort-1";

const stored = () => database.admin`
  select kind, detail, unit_id, age_group, registered_on::text, occurred_on::text, source, source_key
    from process_step order by source_key`;

describe("kompass import-steps", () => {
  it("reads steps in where the child was that day, by case number or by the id it was read in with", async () => {
    const { code, out, err } = await steps(CARD, "elev-1,barnsamtal,,,,2023-05-03,2023-05-02,samtal-1");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toBe("Inläsningen är klar.\n  rader  2: 2 nya, 0 fanns redan\n");
    expect(await stored()).toEqual([
      {
        kind: "upptackarkort",
        detail: "aktivera_barnkontakt",
        unit_id: school,
        age_group: "7-12",
        registered_on: "2024-02-01",
        occurred_on: "2024-01-30",
        source: "import",
        source_key: "kort-1",
      },
      {
        kind: "barnsamtal",
        detail: null,
        unit_id: preschool,
        age_group: "1-6",
        registered_on: "2023-05-03",
        occurred_on: "2023-05-02",
        source: "import",
        source_key: "samtal-1",
      },
    ]);
  });

  it("takes the unit and the age group that the file says, and no unit with protected identity", async () => {
    await steps(
      "B-0001,barnteam,,FSK1,13-16,2024-02-01,2024-02-01,a",
      "B-0001,barnteam,,FSK1,,2024-02-01,2024-02-01,b",
    );
    expect(await stored()).toMatchObject([
      { unit_id: preschool, age_group: "13-16" },
      { unit_id: preschool, age_group: "1-6" },
    ]);
    await database.admin`update child set protected_identity = 'skyddad_folkbokforing'`;
    await steps("B-0001,barnteam,,FSK1,,2024-02-01,2024-02-01,c");
    expect(await stored()).toMatchObject([{}, {}, { unit_id: null, age_group: "1-6" }]);
  });

  it("reads a Swedish spreadsheet's file: byte order mark and semicolons", async () => {
    const text = `\ufeff${STEP_COLUMNS.join(";")}\r\n${CARD.replaceAll(",", ";")}\r\n`;
    const { code } = await run(importStepsCommand, await write(text), "--kommun", KOMMUN);
    expect(code).toBe(0);
    expect(await stored()).toHaveLength(1);
  });

  it("changes nothing the second time, and says so", async () => {
    await steps(CARD);
    const { code, out } = await steps(CARD);
    expect(code).toBe(0);
    expect(out).toBe("Allt i filen fanns redan. Inget har ändrats.\n  rader  1: 0 nya, 1 fanns redan\n");
    expect(await stored()).toHaveLength(1);
  });

  it("tells every fault at once with row, column, value and what was expected, and writes nothing", async () => {
    const tomorrow = addDays(today, 1);
    const { code, out, err } = await steps(
      CARD,
      "B-9999,upptackarkort,,SKO9,20-30,2024-02-01,2024-02-02,kort-2",
      `B-0001,samtal,,,,${tomorrow},${tomorrow},kort-1`,
      "B-0001,barnsamtal,barnteam,,,2024-02-30,i maj,",
      "B-0001,barnsamtal",
    );
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.split("\n").map((line) => line.replace(/Väntade.*/, "…"))).toEqual([
      "14 fel. Inget har lästs in.",
      "file.csv:",
      '  Rad 3, child: "B-9999". …',
      "  Rad 3, detail: tomt. …",
      '  Rad 3, unit: "SKO9". …',
      '  Rad 3, age_group: "20-30". …',
      '  Rad 3, occurred_on: "2024-02-02". …',
      '  Rad 4, kind: "samtal". …',
      `  Rad 4, registered_on: "${tomorrow}". …`,
      `  Rad 4, occurred_on: "${tomorrow}". …`,
      '  Rad 4, id: "kort-1". …',
      '  Rad 5, detail: "barnteam". …',
      '  Rad 5, registered_on: "2024-02-30". …',
      '  Rad 5, occurred_on: "i maj". …',
      "  Rad 5, id: tomt. …",
      '  Rad 6: "2". …',
      "",
    ]);
    expect(err).toContain('occurred_on: "2024-02-02". Väntade ett datum senast 2024-02-01.');
    expect(await stored()).toEqual([]);
  });

  it("refuses a step that was read in with other dates: it is not changed afterwards", async () => {
    await steps(CARD);
    const { code, err } = await steps(CARD.replace("2024-01-30", "2024-01-29"));
    expect(code).toBe(2);
    expect(err).toContain('Rad 2, id: "kort-1". Väntade samma uppgifter som redan är inlästa med detta id');
  });

  it("answers what is missing in the command", async () => {
    expect((await run(importStepsCommand, "none.csv", "--kommun", KOMMUN)).err).toBe(
      "Hittar inte filen none.csv.\n",
    );
    expect((await run(importStepsCommand, await write(""), "--kommun", "9999")).err).toContain(
      "Kommunen 9999 finns inte",
    );
    expect((await run(importStepsCommand, "file.csv")).err).toMatch(/^kompass import-steps/);
    expect((await run(importCountsCommand, "file.csv", "--kommun", KOMMUN)).err).toMatch(
      /^kompass import-counts/,
    );
  });
});

describe("kompass import-counts", () => {
  const counts = async (kind: string, text: string, ...more: string[]) =>
    run(importCountsCommand, await write(text), "--kommun", KOMMUN, "--kind", kind, ...more);

  it("reads home visits, training and the children of each unit, each into its own table", async () => {
    const visits =
      "unit,quarter,visit_number,offered,accepted,done\nFSK1,2025Q1,1,12,10,9\nFSK1,2025Q1,2,0,0,0\n";
    expect((await counts("home_visits", visits)).code).toBe(0);
    expect((await counts("training", "unit;quarter;step;trained\nSKO1;2025Q1;2;7\n")).code).toBe(0);
    const children = "unit,age_group,quarter,children\nSKO1,7-12,,310\nSKO1,7-12,2025Q1,304\n";
    expect((await counts("population", children)).code).toBe(0);
    const { admin } = database;
    expect(
      await admin`select quarter, visit_number, offered, accepted, done from home_visit order by 2`,
    ).toEqual([
      { quarter: "2025Q1", visit_number: 1, offered: 12, accepted: 10, done: 9 },
      { quarter: "2025Q1", visit_number: 2, offered: 0, accepted: 0, done: 0 },
    ]);
    expect(await admin`select unit_id, step, trained from training`).toEqual([
      { unit_id: school, step: 2, trained: 7 },
    ]);
    expect(await admin`select age_group, quarter, children from unit_population order by children`).toEqual([
      { age_group: "7-12", quarter: "2025Q1", children: 304 },
      { age_group: "7-12", quarter: null, children: 310 },
    ]);
  });

  it("changes nothing the second time, refuses other numbers, and replaces them when told to", async () => {
    const file = (children: number) => `unit,age_group,quarter,children\nSKO1,7-12,,${children}\n`;
    await counts("population", file(310));
    expect((await counts("population", file(310))).out).toContain("Inget har ändrats.");
    const refused = await counts("population", file(311));
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('Rad 2, children: "311". Väntade samma antal');
    expect((await counts("population", file(311), "--replace")).out).toContain(
      "0 nya, 0 fanns redan, 1 utbytta",
    );
    expect(await database.admin`select children from unit_population`).toEqual([{ children: 311 }]);
  });

  it("tells every fault at once, and writes nothing", async () => {
    const { code, err } = await counts(
      "home_visits",
      "unit,quarter,visit_number,offered,accepted,done\nSKO1,2025Q1,1,4,4,4\nSKO9,2025,7,4,5,x\nSKO1,2125Q1,1,-1,0,0\nSKO1,2025Q1,1,4,4,4\n",
    );
    expect(code).toBe(2);
    expect(err.split("\n").map((line) => line.replace(/Väntade.*/, "…"))).toEqual([
      "8 fel. Inget har lästs in.",
      "file.csv:",
      '  Rad 3, unit: "SKO9". …',
      '  Rad 3, quarter: "2025". …',
      '  Rad 3, visit_number: "7". …',
      '  Rad 3, accepted: "5". …',
      '  Rad 3, done: "x". …',
      '  Rad 4, quarter: "2125Q1". …',
      '  Rad 4, offered: "-1". …',
      '  Rad 5, unit: "SKO1". …',
      "",
    ]);
    expect(err).toContain('accepted: "5". Väntade ett heltal från 0 till 4.');
    expect(await database.admin`select 1 from home_visit`).toEqual([]);
  });
});
