import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { aKommun } from "../testing/a-kommun.ts";
import { CHILDREN_COLUMNS } from "./children-columns.ts";
import {
  bytesFile,
  faultsOf,
  historyLine,
  historyText,
  importAsJob,
  PLACEHOLDER_STATEMENTS,
  textFile,
} from "./files.test-support.ts";
import { importFaultText } from "./import-fault-text.ts";
import type { ImportRequest } from "./import-request.ts";

const KOMMUN = "9102";
let database: TestDatabase;
let responsible: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const kommun = await aKommun(database, KOMMUN);
  responsible = `test:${(await kommun.person("Ansvarig", "barnkontakt")).id}`;
  await kommun.person("Lärare", "upptackare");
});
afterAll(() => database?.close());

afterEach(async () => {
  const [row] = await database.admin`
    select (select count(*) from child) + (select count(*) from compass) + (select count(*) from assessment)
         + (select count(*) from audit_log) as count`;
  expect(Number(row?.count), "a refused import leaves nothing").toBe(0);
});

async function refusals(request: Partial<ImportRequest>): Promise<string[]> {
  const place = { unitCode: "skola-1", responsible };
  const result = await importAsJob(database, KOMMUN, { ...place, ...request });
  return faultsOf(result).map((fault) => `${fault.file}: ${importFaultText(fault, "sv")}`);
}

const ofHistory = (...lines: string[]) => refusals({ history: textFile(historyText(...lines)) });

const statement = { rater: "barnteam", instrument: "skattningsformular", age_form: "" };
const [first, second] = PLACEHOLDER_STATEMENTS;
if (first === undefined || second === undefined) throw new Error("the placeholder form has no statements");

describe("a history file is refused with row, column, value and what was expected", () => {
  it.each([
    ["an unknown area", [historyLine({ area: "skola" })], 'Rad 2, area: "skola". Väntade något av: omsorg,'],
    ["an unknown rater", [historyLine({ rater: "mormor" })], 'Rad 2, rater: "mormor". Väntade barn,'],
    [
      "an unknown instrument",
      [historyLine({ instrument: "enkat" })],
      'Rad 2, instrument: "enkat". Väntade något av: samtalsunderlag, skattningsformular.',
    ],
    [
      "an unknown version",
      [historyLine({ instrument_version: "7" })],
      'Rad 2, instrument_version: "7". Väntade en version som finns: 1.',
    ],
    ["the value 0", [historyLine({ value: "0" })], 'Rad 2, value: "0". Väntade ett heltal 1–5,'],
    ["the value 6", [historyLine({ value: "6" })], 'Rad 2, value: "6". Väntade ett heltal 1–5,'],
    ["half a step", [historyLine({ value: '"2,5"' })], 'Rad 2, value: "2,5". Väntade ett heltal 1–5,'],
    [
      "a day to come",
      [historyLine({ assessed_on: "2027-01-01", registered_on: "2027-01-01" })],
      'Rad 2, assessed_on: "2027-01-01". Väntade ett datum senast 2026-12-31.',
    ],
    [
      "a day that is none",
      [historyLine({ assessed_on: "2026-02-30" })],
      'Rad 2, assessed_on: "2026-02-30". Väntade ett datum',
    ],
    [
      "registered before it was assessed",
      [historyLine({ registered_on: "2026-02-01" })],
      'Rad 2, registered_on: "2026-02-01". Väntade ett datum tidigast 2026-03-01,',
    ],
    [
      "an answer given twice",
      [historyLine(), historyLine({ value: "4" })],
      "Rad 3, statement: tomt. Väntade att svaret står en gång i filen.",
    ],
    [
      "a second assessment by the rater that day",
      [historyLine(), historyLine({ compass_id: "A-2" })],
      'Rad 3, assessed_on: "2026-03-01". Väntade en annan dag än A-1 på rad 2:',
    ],
    [
      "a second assessment by the rater that day, of another area",
      [historyLine(), historyLine({ compass_id: "A-2", area: "omsorg" })],
      'Rad 3, assessed_on: "2026-03-01". Väntade en annan dag än A-1 på rad 2:',
    ],
    [
      "a statement that the form does not have",
      [historyLine({ ...statement, statement: "p99" })],
      'Rad 2, statement: "p99". Väntade ett påstående som finns i version 1 för området fritid.',
    ],
    [
      "a cell that is too long",
      [historyLine({ compass_id: "x".repeat(300) })],
      `Rad 2, compass_id: "${"x".repeat(60)}…". Väntade högst 200 tecken.`,
    ],
    [
      "a target that cannot be kept",
      [historyLine({ target: "3.125" })],
      'Rad 2, target: "3.125". Väntade högst 2 decimaler.',
    ],
    [
      "thoughts that do not agree",
      [historyLine({ concern: "yes" }), historyLine({ ...statement, statement: "x", concern: "no" })],
      'Rad 3, concern: "no". Väntade samma som på rad 2: yes.',
    ],
    [
      "a row with a cell too few",
      ["A,A-1,2026-03-01"],
      'Rad 2: "3". Väntade 13 celler, lika många som rubriker.',
    ],
  ])("%s", async (_, lines, expected) => {
    const found = await ofHistory(...lines);
    expect(found).toEqual(expect.arrayContaining([expect.stringContaining(`history: ${expected}`)]));
  });

  it("a missing column", async () => {
    const text = historyText(historyLine()).replace("registered_on", "registrerad");
    expect(await refusals({ history: textFile(text) })).toEqual([
      "history: Rad 1, registered_on: tomt. Väntade att kolumnen finns.",
    ]);
  });

  it("bytes that are not UTF-8", async () => {
    const bytes = Buffer.from(historyText(historyLine({ child_id: "Åsa" })), "latin1");
    expect(await refusals({ history: bytesFile(bytes) })).toEqual([
      'history: Rad 2, child_id: "Åsa". Väntade tecken i UTF-8 (välj CSV UTF-8 när du sparar).',
    ]);
  });

  it("half a line", async () => {
    const text = historyText(historyLine(), historyLine({ area: "omsorg" })).slice(0, -20);
    const [found] = await refusals({ history: textFile(text) });
    expect(found).toMatch(/^history: Rad 3: .* Väntade en hel rad: filen slutar mitt i\.$/);
  });

  const TEN_MEGABYTES = 10 * 1024 * 1024;

  it("a cell of ten megabytes", async () => {
    const huge = historyLine({ compass_id: "x".repeat(TEN_MEGABYTES) });
    const [found] = await ofHistory(historyLine({ area: "omsorg" }), huge);
    expect(found).toMatch(/^history: Rad 3, compass_id: .{0,80}Väntade högst 200 tecken\.$/);
  });

  it("a quotation mark that is never closed and swallows ten megabytes", async () => {
    const open = historyLine({ compass_id: `"${"x".repeat(TEN_MEGABYTES)}` });
    const found = await ofHistory(historyLine({ area: "omsorg" }), open);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^history: Rad 3/);
    expect(found[0]?.length).toBeLessThan(400);
  });

  it("columns of another file altogether", async () => {
    const found = await refusals({ history: textFile("namn;personnummer\nNilo;20160301-0000\n") });
    expect(found.length).toBeGreaterThan(8);
    for (const text of found)
      expect(text).toMatch(/^history: Rad 1, \w+: tomt\. Väntade att kolumnen finns\.$/);
    expect(found.join(" ")).not.toContain("20160301");
  });

  it("every fault at once, each where it stands", async () => {
    const found = await ofHistory(
      historyLine({ value: "6" }),
      historyLine({ area: "skola" }),
      historyLine({ area: "omsorg", rater: "barn:1" }),
    );
    expect(found.map((text) => text.slice(0, 22))).toEqual([
      "history: Rad 2, value:",
      "history: Rad 3, area: ",
      "history: Rad 4, rater:",
    ]);
  });

  it("counts all faults and lists the first two hundred", async () => {
    const lines = Array.from({ length: 1000 }, (_, index) =>
      historyLine({ child_id: `B${index}`, value: "9" }),
    );
    const result = await importAsJob(database, KOMMUN, {
      history: textFile(historyText(...lines)),
      unitCode: "skola-1",
      responsible,
    });
    expect(result).toMatchObject({ kind: "refused", faultCount: 1000 });
    expect(faultsOf(result)).toHaveLength(200);
  });
});

describe("a children file", () => {
  const childrenText = (...lines: string[]) =>
    textFile(`${[CHILDREN_COLUMNS.join(","), ...lines].join("\n")}\n`);
  const history = textFile(historyText(historyLine()));

  it("is refused for each cell that is not what it should be", async () => {
    const children = childrenText(
      "A,Alva,Ek,2016-02-30,skola-1,,",
      "B,,Ek,2027-01-01,skola-9,nobody,hemlig",
      "A,Alva,Ek,2016-02-01,,,ingen",
      "C,Cleo",
    );
    expect(await refusals({ history, children })).toEqual([
      'children: Rad 2, birth_date: "2016-02-30". Väntade ett datum som 2026-03-15.',
      "children: Rad 3, given_name: tomt. Väntade att cellen är ifylld.",
      'children: Rad 3, birth_date: "2027-01-01". Väntade ett datum senast 2026-12-31.',
      'children: Rad 3, protected_identity: "hemlig". Väntade något av: tomt, ingen, sekretessmarkering, skyddad_folkbokforing.',
      'children: Rad 3, unit_code: "skola-9". Väntade koden för en enhet som finns i kommunen.',
      'children: Rad 3, responsible: "nobody". Väntade inloggningsnyckeln för en Barnkontakt eller Stödsamordnare i kommunen.',
      'children: Rad 4, child_id: "A". Väntade att svaret står en gång i filen.',
      'children: Rad 5: "2". Väntade 7 celler, lika många som rubriker.',
    ]);
  });

  it("must hold every child of the history, told together with what else is wrong", async () => {
    const wrong = textFile(historyText(historyLine({ value: "6" }), historyLine({ child_id: "B" })));
    const children = childrenText("A,Alva,Ek,2016-02-01,skola-1,,");
    expect(await refusals({ history: wrong, children })).toEqual([
      expect.stringContaining('history: Rad 2, value: "6".'),
      'history: Rad 3, child_id: "B". Väntade ett barn som står i barnfilen.',
    ]);
  });
});

describe("what is asked for", () => {
  const history = textFile(historyText(historyLine()));

  it("names a unit and a responsible that exist", async () => {
    expect(await refusals({ history, unitCode: "skola-9", responsible: "nobody" })).toEqual([
      'options: Enhet: "skola-9". Väntade koden för en enhet som finns i kommunen.',
      'options: Ansvarig: "nobody". Väntade inloggningsnyckeln för en Barnkontakt eller Stödsamordnare i kommunen.',
    ]);
  });

  it("says where children without a children file belong", async () => {
    expect(await refusals({ history, unitCode: null, responsible: null })).toEqual([
      "options: Enhet: inte angiven. Väntade koden för en enhet som finns i kommunen.",
      "options: Ansvarig: inte angiven. Väntade inloggningsnyckeln för en Barnkontakt eller Stödsamordnare i kommunen.",
    ]);
  });
});

describe("a form", () => {
  const form = {
    instrument: "skattningsformular",
    version: "1",
    title: { sv: "Skattningsformulär" },
    valid_from: "2026-01-01",
    statements: [{ key: "s1", area: "fritid", text: { sv: "Barnet trivs." } }],
  };
  const ofForm = (json: unknown) => refusals({ instrument: textFile(JSON.stringify(json)) });

  it("is refused under a name that another form has", async () => {
    expect(await ofForm(form)).toEqual([
      "instrument: Versionen finns redan i kommunen med annat innehåll. Ge formuläret ett nytt versionsnamn.",
    ]);
  });

  it("is refused when it is not JSON, or lacks something", async () => {
    expect(await refusals({ instrument: textFile("nyckel;område") })).toEqual([
      "instrument: Filen är inte JSON i UTF-8.",
    ]);
    expect(await ofForm({ ...form, version: "3", valid_from: "snart" })).toEqual([
      expect.stringContaining("instrument: valid_from: fel form"),
    ]);
  });

  it("is refused when it maps a statement that the other version lacks", async () => {
    const equivalences = [{ from_version: "1", to_version: "3", pairs: [{ from: "p99", to: "s1" }] }];
    expect(await ofForm({ ...form, version: "3", equivalences })).toEqual([
      "instrument: equivalences.0.pairs.0.from: påståendet finns inte i versionen (p99)",
    ]);
  });
});
