import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aKommun, type TestKommun } from "../testing/a-kommun.ts";
import { CHILDREN_COLUMNS } from "./children-columns.ts";
import { acceptedOf, historyLine, historyText, importAsJob, TODAY, textFile } from "./files.test-support.ts";

const KOMMUN = "9108";
let database: TestDatabase;
let kommun: TestKommun;
let responsible: string;

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, KOMMUN);
  responsible = `test:${(await kommun.person("Ansvarig", "barnkontakt")).id}`;
});
beforeEach(async () => {
  await database.admin`truncate child cascade`;
});
afterAll(() => database?.close());

const round = (number: number, assessed: string, registered: string, rater: string, value = "4") =>
  historyLine({
    compass_id: `A-${number}`,
    assessed_on: assessed,
    registered_on: registered,
    rater,
    value,
    age_form: rater === "barn" ? "6-12" : "",
  });

async function read(protectedIdentity: string, ...lines: readonly string[]) {
  const card = `A,Nilo,Vandral,2012-08-20,skola-1,,${protectedIdentity}`;
  const result = await importAsJob(database, KOMMUN, {
    history: textFile(historyText(...lines)),
    children: textFile(`${CHILDREN_COLUMNS.join(",")}\n${card}\n`),
    responsible,
    unitCode: "skola-1",
  });
  return acceptedOf(result);
}

const steps = () => database.admin`
  select kind, unit_id, age_group, registered_on::text, occurred_on::text, source from process_step
   order by registered_on, kind`;

const HISTORY = [
  round(1, "2025-03-01", "2025-03-20", "barn"),
  round(1, "2025-03-05", "2025-03-06", "vardnadshavare:1"),
  round(2, "2025-10-01", "2025-10-02", "barn"),
];

describe("the rounds of a history file", () => {
  it("are steps of the quarter in which somebody first registered them, in the group of that day", async () => {
    await read("", ...HISTORY);
    const at = { unit_id: kommun.unitId, source: "import" };
    expect(await steps()).toEqual([
      {
        ...at,
        kind: "behovskompass",
        age_group: "7-12",
        registered_on: "2025-03-06",
        occurred_on: "2025-03-05",
      },
      {
        ...at,
        kind: "uppfoljning",
        age_group: "13-16",
        registered_on: "2025-10-02",
        occurred_on: "2025-10-01",
      },
    ]);
  });

  it("are no new steps when the file is read again, or when a rater joins a round that is there", async () => {
    await read("", ...HISTORY);
    await read("", ...HISTORY, round(2, "2025-10-03", "2025-10-03", "vardnadshavare:1"));
    expect(await steps()).toHaveLength(2);
  });

  it("count a child that was there before where it was then", async () => {
    await read("", HISTORY[0] ?? "");
    const preschool = crypto.randomUUID();
    await database.admin`
      insert into unit (kommun_code, id, code, name, kind) values (${KOMMUN}, ${preschool}, 'fsk-1', 'Förskola 1', 'forskola')`;
    await database.admin`
      insert into placement (kommun_code, id, child_id, unit_id, valid_from)
      select kommun_code, gen_random_uuid(), id, ${preschool}, '2025-09-01' from child`;
    await read("", ...HISTORY, round(3, "2026-02-01", "2026-02-01", "barn", "1"));
    expect((await steps()).map(({ kind, unit_id }) => [kind, unit_id])).toEqual([
      ["behovskompass", kommun.unitId],
      ["uppfoljning", preschool],
      ["uppfoljning", preschool],
      ["signal_raised", preschool],
    ]);
  });

  it("are at no unit for a child with protected identity", async () => {
    await read("sekretessmarkering", ...HISTORY);
    expect(await steps()).toMatchObject([{ unit_id: null }, { unit_id: null }]);
  });

  it("raise what they raise today", async () => {
    const { signals } = await read("", ...HISTORY, round(3, "2026-02-01", "2026-02-01", "barn", "1"));
    expect(signals).toBe(1);
    const raised = (await steps()).filter(({ kind }) => kind === "signal_raised");
    expect(raised).toMatchObject([{ registered_on: TODAY, occurred_on: TODAY }]);
  });
});
