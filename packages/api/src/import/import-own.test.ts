import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aKommun, type Caller, type TestKommun } from "../testing/a-kommun.ts";
import { CHILDREN_COLUMNS } from "./children-columns.ts";
import { acceptedOf, faultsOf, historyLine, historyText } from "./files.test-support.ts";
import { importFaultText } from "./import-fault-text.ts";

let database: TestDatabase;
let kommun: TestKommun;
let ivar: { id: string; as: Caller };
let siri: { id: string; as: Caller };

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, "9105");
  ivar = await kommun.person("Ivar", "stodsamordnare");
  siri = await kommun.person("Siri", "barnkontakt");
});
afterAll(() => database?.close());
beforeEach(async () => {
  await database.admin`truncate child cascade`;
});

// Every date of the files is in the past on the day the tests are run.
const line = (more: Parameters<typeof historyLine>[0] = {}) =>
  historyLine({ assessed_on: "2025-03-01", registered_on: "2025-03-01", ...more });

const input = (text: string, more: { children?: string; register?: boolean } = {}) => ({
  history: new Blob([text]),
  children: more.children === undefined ? null : new Blob([more.children]),
  register: more.register ?? false,
  unitCode: "skola-1",
});

const ofCaller = async (caller: Caller) =>
  (await caller.people.listCaseload()).children.map(({ givenName }) => givenName);

describe("reading in files of one's own", () => {
  it("gives the children to whoever reads them in, and to nobody else", async () => {
    const file = input(historyText(line({ child_id: "A" }), line({ child_id: "B" })));
    const summary = acceptedOf(await ivar.as.import.commit(file));
    expect(summary.children).toEqual({ new: 2, known: 0 });
    expect(await ofCaller(ivar.as)).toEqual(["A", "B"]);
    expect(await ofCaller(siri.as)).toEqual([]);
  });

  it("writes nothing while it is only looked at, and says the same as it then comes to", async () => {
    const file = input(historyText(line()));
    const preview = acceptedOf(await ivar.as.import.preview(file));
    expect(await ofCaller(ivar.as)).toEqual([]);
    const { signals: _, ...committed } = acceptedOf(await ivar.as.import.commit(file));
    expect(preview).toMatchObject(committed);
  });

  it("does not tell whether somebody else's child has the id", async () => {
    const file = input(historyText(line()));
    const first = await ivar.as.import.commit(file);
    expect(await siri.as.import.preview(file)).toEqual({ ...first });
    expect(await siri.as.import.commit(file)).toEqual(first);
    expect(await ofCaller(siri.as)).toEqual(["A"]);
  });

  it("meets a child again that was handed over", async () => {
    const file = input(historyText(line()));
    await ivar.as.import.commit(file);
    await database.admin`update child_relation set person_id = ${siri.id}, kind = 'barnkontakt'`;
    expect(acceptedOf(await siri.as.import.preview(file)).children).toEqual({ new: 0, known: 1 });
  });

  it("names nobody else as responsible", async () => {
    const children = `${CHILDREN_COLUMNS.join(";")}\nA;Alva;Ek;;;test:${siri.id};\n`;
    const result = await ivar.as.import.commit(input(historyText(line()), { children }));
    expect(faultsOf(result).map((fault) => importFaultText(fault, "sv"))).toEqual([
      `Rad 2, responsible: "test:${siri.id}". Väntade tomt eller din egen inloggningsnyckel: barnen blir dina egna.`,
    ]);
  });

  it("adopts the file's statement keys when that is asked for", async () => {
    const statement = { rater: "barnteam", instrument: "skattningsformular", age_form: "", statement: "p1" };
    const text = historyText(line(statement));
    expect(await ivar.as.import.commit(input(text))).toMatchObject({ kind: "refused", faultCount: 1 });
    const summary = acceptedOf(await ivar.as.import.commit(input(text, { register: true })));
    expect(summary.versions).toMatchObject([{ version: "1 (fil)", origin: "adopted" }]);
  });

  it("waits until an open form is handed in: its earlier scores are closed", async () => {
    const file = input(historyText(line()));
    await ivar.as.import.commit(file);
    const [child] = await database.admin`select id from child`;
    const childId = String(child?.id);
    const ids = { draftId: crypto.randomUUID(), compassId: crypto.randomUUID() };
    await ivar.as.behovskompass.openDraft({
      childId,
      ...ids,
      rater: "barn",
      ageForm: "6-12",
      assessedOn: "2025-06-01",
    });
    const result = await ivar.as.import.preview(file);
    expect(faultsOf(result).map((fault) => importFaultText(fault, "sv"))).toEqual([
      'Rad 2, child_id: "A". Väntade att du först lämnar in den uppföljning du har öppen för barnet.',
    ]);
  });

  it("is for those who follow children", async () => {
    const teacher = await kommun.person("Tea", "upptackare", "administrator");
    await expect(teacher.as.import.preview(input(historyText(line())))).rejects.toMatchObject({
      message: "not_found",
    });
  });

  it("leaves one row in the importer's log that lists the children", async () => {
    await ivar.as.import.commit(input(historyText(line({ child_id: "A" }), line({ child_id: "B" }))));
    const [row] = await database.admin`
      select a.actor_id, l.purpose, cardinality(l.child_aliases) as children from audit_log l
        join audit_actor a on a.alias::text = l.actor
       where l.verb = 'import.commit' order by l.at desc limit 1`;
    expect({ ...row }).toEqual({ actor_id: ivar.id, purpose: "import", children: 2 });
  });
});
