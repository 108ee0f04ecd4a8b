import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { compareChild, DEFAULT_RULES } from "@kompassen/domain/follow-up";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadHistory } from "../history/index.ts";
import { aKommun, type TestKommun } from "../testing/a-kommun.ts";
import { CHILDREN_COLUMNS } from "./children-columns.ts";
import {
  acceptedOf,
  faultsOf,
  historyLine,
  historyText,
  importAsJob,
  textFile,
} from "./files.test-support.ts";
import { importFaultText } from "./import-fault-text.ts";
import type { ImportRequest } from "./import-request.ts";

const KOMMUN = "9104";
let database: TestDatabase;
let kommun: TestKommun;
let responsible: string;
let responsibleId: string;

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, KOMMUN);
  responsibleId = (await kommun.person("Ansvarig", "barnkontakt")).id;
  responsible = `test:${responsibleId}`;
});
afterAll(() => database?.close());

beforeEach(async () => {
  await database.admin`truncate child cascade`;
  await database.admin`delete from instrument_statement where version_number > 2`;
  await database.admin`delete from instrument_version where number > 2`;
  await database.admin`truncate statement_equivalence`;
});

const place = () => ({ unitCode: "skola-1", responsible });
const run = (request: Partial<ImportRequest>) => importAsJob(database, KOMMUN, { ...place(), ...request });
const read = (...lines: string[]) => run({ history: textFile(historyText(...lines)) });
const childrenFile = (...lines: string[]) =>
  textFile(`${[CHILDREN_COLUMNS.join(","), ...lines].join("\n")}\n`);
const faultsIn = async (result: Promise<Awaited<ReturnType<typeof run>>>) =>
  faultsOf(await result).map((fault) => importFaultText(fault, "sv"));

const round = (number: 1 | 2, value: string, more: Parameters<typeof historyLine>[0] = {}) => {
  const day = number === 1 ? "2026-03-01" : "2026-06-01";
  return historyLine({ compass_id: `A-${number}`, assessed_on: day, registered_on: day, value, ...more });
};

describe("a file that has grown", () => {
  it("adds the new round to the child that is there, and raises what it raises", async () => {
    await read(round(1, "4"));
    const summary = acceptedOf(await read(round(1, "4"), round(2, "2")));
    expect(summary.children).toEqual({ new: 0, known: 1 });
    expect(summary.compasses).toEqual({ new: 1, known: 1 });
    expect(summary.assessments).toEqual({ new: 1, known: 1 });
    expect(summary.signals).toBe(1);
    const rounds = await database.admin`select kind, source_key from compass order by opened_on`;
    expect(rounds.map(({ kind, source_key }) => `${source_key}: ${kind}`)).toEqual([
      "A-1: first",
      "A-2: follow_up",
    ]);
  });

  it("adds a rater to a round that is there", async () => {
    await read(round(1, "4"));
    const summary = acceptedOf(await read(round(1, "4"), round(1, "3", { rater: "vardnadshavare:1" })));
    expect(summary.compasses).toEqual({ new: 0, known: 1 });
    expect(summary.assessments).toEqual({ new: 1, known: 1 });
  });

  it("takes a raised signal back when an earlier round that comes later changes the picture", async () => {
    await read(round(1, "4"), round(2, "2"));
    const between = historyLine({
      compass_id: "A-between",
      assessed_on: "2026-05-01",
      registered_on: "2026-06-10",
      value: "1",
    });
    acceptedOf(await read(round(1, "4"), round(2, "2"), between));
    const signals = await database.admin`
      select k.source_key, s.state from signal s join compass k on k.id = s.compass_id`;
    expect(signals.map((row) => ({ ...row }))).toEqual([{ source_key: "A-2", state: "superseded" }]);
  });

  it("keeps to one form when a statement has been added, and still compares what was asked before", async () => {
    const statements = (number: 1 | 2, value: string, keys: string[]) =>
      keys.map((statement) =>
        round(number, value, {
          rater: "barnteam",
          instrument: "skattningsformular",
          age_form: "",
          statement,
        }),
      );
    const first = statements(1, "2", ["p1", "p2", "p3"]);
    acceptedOf(await run({ history: textFile(historyText(...first)), register: true }));
    const grown = [...first, ...statements(2, "4", ["p1", "p2", "p3", "p4"])];
    const summary = acceptedOf(await run({ history: textFile(historyText(...grown)), register: true }));
    expect(summary.assessments).toEqual({ new: 1, known: 1 });
    expect(summary.versions.map(({ version }) => version)).toEqual(["1 (fil 2)"]);
    const [comparison] = await compareOnly();
    expect(comparison).toMatchObject({ label: "clear_improvement", commonStatements: 3 });
  });
});

describe("a file that says something else than before", () => {
  it("is refused, and says which assessment is another", async () => {
    await read(round(1, "4"));
    expect(await faultsIn(read(round(1, "5")))).toEqual([
      'Rad 2, compass_id: "A-1 barn". Väntade samma svar som redan är inlästa: en ändring görs som rättelse i Kompassen.',
    ]);
  });

  it("is refused when the rater has another assessment that day", async () => {
    await read(round(1, "4"));
    expect(await faultsIn(read(round(1, "4", { compass_id: "X" })))).toEqual([
      'Rad 2, assessed_on: "2026-03-01". Väntade en annan dag: samma skattare har redan en skattning den dagen i Kompassen.',
    ]);
  });

  it("is refused for an id that another child has", async () => {
    await run({
      history: textFile(historyText(round(1, "4"))),
      children: childrenFile("A,Alva,Ek,2016-02-01,skola-1,,"),
    });
    const other = childrenFile("A,Bo,Al,2012-09-01,skola-1,,");
    expect(await faultsIn(run({ history: textFile(historyText(round(1, "4"))), children: other }))).toEqual([
      'Rad 2, child_id: "A". Väntade samma barn som redan har det här id:t i Kompassen, med samma födelsedatum eller enhet.',
    ]);
  });
});

describe("what people have done in Kompassen since", () => {
  it("stands when an assessment has been corrected: the file's own is known", async () => {
    await read(round(1, "4"));
    await database.admin`update assessment set is_current = false`;
    await database.admin`
      insert into assessment (kommun_code, child_id, id, compass_id, rater_kind, rater, version_number, assessed_on,
                              registered_on, area_sums, area_counts, answers, revision, correction_reason)
      select kommun_code, child_id, gen_random_uuid(), compass_id, rater_kind, rater, version_number, assessed_on,
             registered_on, '{0,0,0,5,0,0,0,0}', area_counts, '...5....', 2, 'fel siffra' from assessment`;
    const summary = acceptedOf(await read(round(1, "4")));
    expect(summary.isChange).toBe(false);
  });

  it("stands when thoughts have been answered, and is counted", async () => {
    await read(round(1, "4", { concern: "yes", target: "4,5".replace(",", ".") }));
    const [stored] = await database.admin`select concern, target::text from area_thought`;
    expect({ ...stored }).toEqual({ concern: true, target: "4.50" });
    await database.admin`update area_thought set concern = false`;
    const summary = acceptedOf(await read(round(1, "4", { concern: "yes", target: "4.5" })));
    expect(summary).toMatchObject({ isChange: false, thoughtsKept: 1, thoughts: { new: 0, known: 0 } });
  });

  it("stands when the child is no longer followed: nothing is raised", async () => {
    await read(round(1, "4"));
    await database.admin`update child set closed_on = '2026-05-01', closing_reason = 'flytt'`;
    expect(acceptedOf(await read(round(1, "4"), round(2, "1"))).signals).toBe(0);
  });
});

describe("who the children are", () => {
  it("comes from the children file, with unit, responsible and protected identity", async () => {
    const summary = acceptedOf(
      await run({
        history: textFile(historyText(round(1, "4"))),
        children: childrenFile(`A,Alva,Ek,2016-02-01,skola-1,${responsible},sekretessmarkering`, "B,Bo,,,,,"),
      }),
    );
    expect(summary.children).toEqual({ new: 2, known: 0 });
    const children = await database.admin`
      select c.source_key, c.given_name, c.family_name, c.birth_date::text, c.protected_identity, r.kind, r.person_id,
             p.valid_from::text as placed
        from child c join child_relation r on r.child_id = c.id join placement p on p.child_id = c.id
       order by c.source_key`;
    const followed = { kind: "barnkontakt", person_id: responsibleId };
    expect(children.map((row) => ({ ...row }))).toEqual([
      {
        source_key: "A",
        given_name: "Alva",
        family_name: "Ek",
        birth_date: "2016-02-01",
        protected_identity: "sekretessmarkering",
        placed: "2026-03-01",
        ...followed,
      },
      {
        source_key: "B",
        given_name: "Bo",
        family_name: "",
        birth_date: null,
        protected_identity: "ingen",
        placed: "2026-12-31",
        ...followed,
      },
    ]);
  });

  it("is the file's id when there is no children file, and a guardian has a number", async () => {
    await read(round(1, "4"), round(1, "3", { rater: "vardnadshavare:2" }));
    const [child] = await database.admin`select given_name, family_name, next_follow_up_on from child`;
    expect({ ...child }).toEqual({ given_name: "A", family_name: "", next_follow_up_on: null });
    const [guardian] = await database.admin`
      select g.ordinal, g.name, a.rater from guardian g join assessment a on a.guardian_id = g.id`;
    expect({ ...guardian }).toEqual({ ordinal: 2, name: "Vårdnadshavare 2", rater: "vardnadshavare:2" });
  });
});

describe("an official form", () => {
  const form = (text: string) =>
    textFile(
      JSON.stringify({
        instrument: "skattningsformular",
        version: "2026",
        title: { sv: "Skattningsformulär" },
        valid_from: "2026-01-01",
        statements: [
          { key: "s1", area: "fritid", text: { sv: text }, text_by_age_form: { "4-6": { sv: "Lek" } } },
        ],
        equivalences: [{ from_version: "1", to_version: "2026", pairs: [{ from: "fritid_1", to: "s1" }] }],
      }),
    );

  it("is registered with its texts and equivalences, and read by from then on", async () => {
    const statement = {
      rater: "barnteam",
      instrument: "skattningsformular",
      instrument_version: "2026",
      age_form: "",
    };
    const history = textFile(historyText(round(1, "4", { ...statement, statement: "s1" })));
    const summary = acceptedOf(await run({ instrument: form("Barnet trivs."), history }));
    expect(summary.versions).toEqual([
      { instrument: "skattningsformular", version: "2026", origin: "official", statements: 1 },
    ]);
    expect(summary.equivalences).toBe(1);
    const again = acceptedOf(await run({ instrument: form("Barnet trivs."), history }));
    expect(again.isChange).toBe(false);
    expect(await faultsIn(run({ instrument: form("Barnet mår bra."), history }))).toEqual([
      "Versionen finns redan i kommunen med annat innehåll. Ge formuläret ett nytt versionsnamn.",
    ]);
  });
});

async function compareOnly() {
  const [child] = await database.admin`select id from child`;
  const actor = { type: "system", kommunCode: KOMMUN, job: "test" } as const;
  return database.job.transaction(actor, async (tx) => {
    const history = await loadHistory(tx, String(child?.id));
    return compareChild(history, DEFAULT_RULES, history.equivalences).flatMap(
      ({ comparisons }) => comparisons,
    );
  });
}
