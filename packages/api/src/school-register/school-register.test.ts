import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findKnown } from "../errors/index.ts";
import { aKommun, type Caller, type TestKommun } from "../testing/a-kommun.ts";
import { importRegister, type RegisterSource } from "./index.ts";

const KOMMUN = "9111";
const KEY = "en nyckel för prov";

let database: TestDatabase;
let kommun: TestKommun;
let principal: { id: string; as: Caller };
let neighbour: { id: string; as: Caller };
let objects: Record<string, Record<string, unknown>[]>;

const pupil = (id: string, givenName: string, familyName: string, more: Record<string, unknown> = {}) => ({
  id,
  givenName,
  familyName,
  birthDate: "2016-03-01",
  enrolments: [{ enroledAt: { id: "skola-1" }, schoolType: "GR", startDate: "2023-08-15" }],
  ...more,
});

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, KOMMUN);
  principal = await kommun.person("Rektorn", "barnkontakt");
  neighbour = await kommun.person("Grannen", "barnkontakt");
  const elsewhere = crypto.randomUUID();
  await database.admin`
    insert into unit (kommun_code, id, code, name, kind) values (${KOMMUN}, ${elsewhere}, 'skola-2', 'Skola 2', 'grundskola')`;
  await database.admin`update person set unit_id = ${elsewhere} where id = ${neighbour.id}`;
  process.env.KOMPASSEN_REGISTER_KEY = KEY;
});
afterAll(async () => {
  delete process.env.KOMPASSEN_REGISTER_KEY;
  await database.close();
});

beforeEach(async () => {
  await database.admin`truncate child, register_run, register_organisation, register_person, register_placement,
                                register_responsible, register_duty cascade`;
  objects = {
    organisations: ["skola-1", "skola-2"].map((id) => ({
      id,
      displayName: id,
      organisationType: "Skolenhet",
      schoolTypes: ["GR"],
    })),
    placements: [],
    duties: [],
    persons: [
      pupil("p1", "Nilo", "Vandral", {
        civicNo: { value: "201603011234" },
        responsibles: [
          { person: { id: "a1" }, relationType: "Vårdnadshavare" },
          { person: { id: "a2" }, relationType: "Vårdnadshavare" },
        ],
      }),
      pupil("p2", "Mira", "Vandral"),
      pupil("p3", "Hemlis", "Vandral", { securityMarking: "Sekretessmarkering" }),
      pupil("p4", "Annan", "Vandral", { enrolments: [{ enroledAt: { id: "skola-2" } }] }),
      { id: "a1", givenName: "Solumi", familyName: "Vandral" },
      { id: "a2", givenName: "Rikumi", familyName: "Skyddsson", securityMarking: "Skyddad folkbokföring" },
    ],
  };
});

const source: RegisterSource = {
  label: "test",
  tellsChanges: false,
  readPage: async (resource) => ({ objects: objects[resource] ?? [], nextPageToken: null }),
  lookUpPersons: async () => [],
  readDeleted: async () => ({ data: {}, nextPageToken: null }),
};

const read = () =>
  importRegister({
    database: database.job,
    kommunCode: KOMMUN,
    source,
    wantsFull: true,
    removesMany: false,
    civicKey: KEY,
    clock: () => new Date(),
    newId: () => crypto.randomUUID(),
    onProgress: () => {},
  });

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => undefined,
    (error: unknown) => findKnown(error),
  );

const idsOf = async (who: { as: Caller }, text: string) =>
  (await who.as.schoolRegister.findPupil({ text })).pupils.map(({ sourceId }) => sourceId);

/** Registers the first pupil of the register, looked up. */
async function registerPupil(pupilSourceId = "p1", as: Caller = principal.as): Promise<string> {
  const childId = crypto.randomUUID();
  await as.people.registerChild({
    childId,
    givenName: "Nilo",
    familyName: "Vandral",
    birthDate: "2016-03-01",
    unitId: kommun.unitId,
    protectedIdentity: "ingen",
    guardians: [],
    responsibleAs: "barnkontakt",
    relationId: crypto.randomUUID(),
    nextFollowUpOn: null,
    pupilSourceId,
  });
  return childId;
}

describe("a pupil", () => {
  it("whose child staff have marked as protected is found and tied by nobody but whoever follows it", async () => {
    await read();
    const childId = await registerPupil("p1");
    const colleague = await kommun.person("Kollegan", "barnkontakt");
    expect(await idsOf(colleague, "Vandral")).toContain("p1");
    await database.admin`update child set protected_identity = 'sekretessmarkering' where id = ${childId}`;
    expect(await idsOf(colleague, "Vandral")).not.toContain("p1");
    expect(await idsOf(colleague, "201603011234")).toEqual([]);
    expect(await idsOf(principal, "Vandral")).toContain("p1");
    const second = await registerPupil("p1", colleague.as);
    expect(await colleague.as.schoolRegister.listCandidates({ childId: second })).toEqual([]);
  });

  it("is registered alike whether a colleague follows it already or nobody does", async () => {
    await read();
    const colleague = await kommun.person("Kollegan", "barnkontakt");
    const answersOf = async (childId: string, who: Caller) =>
      (await who.schoolRegister.listCandidates({ childId })).map(({ sourceId, name }) => ({
        sourceId,
        name,
      }));
    const first = await answersOf(await registerPupil("p1"), principal.as);
    expect(first).toHaveLength(2);
    expect(await answersOf(await registerPupil("p1", colleague.as), colleague.as)).toEqual(first);
  });

  it("is looked up by name or number by the Barnkontakt of the very place, and by nobody else", async () => {
    await read();
    expect(await idsOf(principal, "Vandral")).toEqual(["p2", "p1"]);
    expect(await idsOf(principal, "ni vandral")).toEqual(["p1"]);
    expect(await idsOf(principal, "20160301-1234")).toEqual(["p1"]);
    expect(await idsOf(principal, "Van")).toEqual([]);
    expect(await idsOf(neighbour, "Vandral")).toEqual(["p4"]);
    const coordinator = await kommun.person("Samordnaren", "stodsamordnare");
    expect(await idsOf(coordinator, "Vandral")).toEqual([]);
    const administrator = await kommun.person("Systemförvaltaren", "administrator");
    expect(await idsOf(administrator, "Vandral")).toEqual([]);
  });

  it("with protected identity is never found, from the moment the register says so", async () => {
    await read();
    objects.persons =
      objects.persons?.map((row) =>
        row.id === "p1" ? { ...row, securityMarking: "Skyddad folkbokföring" } : row,
      ) ?? [];
    await read();
    expect(await idsOf(principal, "Vandral")).toEqual(["p2"]);
    expect(await idsOf(principal, "201603011234")).toEqual([]);
  });

  it("is no list to leaf through: more than ten hits are none", async () => {
    objects.persons?.push(...Array.from({ length: 11 }, (_, index) => pupil(`q${index}`, "Kal", "Många")));
    await read();
    expect(await principal.as.schoolRegister.findPupil({ text: "Många" })).toEqual({
      pupils: [],
      tooMany: true,
    });
  });

  it("is not followed by standing in the register", async () => {
    await read();
    expect(await database.admin`select 1 from child`).toHaveLength(0);
  });
});

describe("a child registered from the register", () => {
  it("is tied to its pupil, and its adults wait for a yes; a protected adult has no name here", async () => {
    await read();
    const childId = await registerPupil();
    const candidates = await principal.as.schoolRegister.listCandidates({ childId });
    expect(candidates).toMatchObject([
      { sourceId: "a1", name: "Solumi Vandral", state: "waiting" },
      { sourceId: "a2", name: null, state: "waiting" },
    ]);
    expect((await principal.as.people.getChild({ childId })).guardians).toEqual([]);
    const guardianId = crypto.randomUUID();
    const yes = { kind: "new", guardianId, name: "Solumi Vandral", relation: "vårdnadshavare" } as const;
    await principal.as.schoolRegister.answerCandidate({ childId, sourceId: "a1", version: 1, answer: yes });
    expect((await principal.as.people.getChild({ childId })).guardians).toMatchObject([{ id: guardianId }]);
    await principal.as.schoolRegister.answerCandidate({
      childId,
      sourceId: "a2",
      version: 1,
      answer: { kind: "wrong" },
    });
    expect(await principal.as.schoolRegister.listCandidates({ childId })).toEqual([]);
    const again = principal.as.schoolRegister.answerCandidate({
      childId,
      sourceId: "a1",
      version: 1,
      answer: yes,
    });
    expect(await refusalOf(again)).toMatchObject({ code: "conflict" });
    const stranger = neighbour.as.schoolRegister.listCandidates({ childId });
    expect(await refusalOf(stranger)).toMatchObject({ code: "not_found" });
  });

  it("may have an adult who is written down already", async () => {
    await read();
    const childId = await registerPupil();
    const guardianId = crypto.randomUUID();
    await principal.as.people.recordGuardian({
      childId,
      guardianId,
      version: null,
      name: "S Vandral",
      relation: "mamma",
    });
    const same = (id: string) =>
      principal.as.schoolRegister.answerCandidate({
        childId,
        sourceId: "a1",
        version: 1,
        answer: { kind: "same", guardianId: id },
      });
    expect(await refusalOf(same(crypto.randomUUID()))).toMatchObject({ code: "invalid" });
    await same(guardianId);
    expect((await principal.as.people.getChild({ childId })).guardians).toHaveLength(1);
  });

  it("is not tied to a pupil of another place, whatever the form says", async () => {
    await read();
    const childId = await registerPupil("p4");
    expect(await database.admin`select 1 from register_person where child_id = ${childId}`).toHaveLength(0);
  });

  it("is protected and gone from every list as soon as the register says so, and the Barnkontakt is told", async () => {
    await read();
    const childId = await registerPupil();
    objects.persons =
      objects.persons?.map((row) =>
        row.id === "p1" ? { ...row, securityMarking: "Sekretessmarkering" } : row,
      ) ?? [];
    await read();
    const listed = (await principal.as.people.listCaseload()).children.find(({ id }) => id === childId);
    expect(listed?.unitName ?? null).toBeNull();
    expect(JSON.stringify(listed ?? {})).not.toContain("Nilo");
    const card = await principal.as.people.getChild({ childId });
    expect(card).toMatchObject({ protectedIdentity: "sekretessmarkering", unit: null });
    const notices = await principal.as.schoolRegister.listNotices({ childId });
    expect(notices).toMatchObject([{ kind: "marking_raised", fromUnit: null, toUnit: null }]);
    await principal.as.schoolRegister.seeNotices({ childId });
    expect(await principal.as.schoolRegister.listNotices({ childId })).toEqual([]);
  });

  it("is told of when the register no longer has it, and stays followed", async () => {
    await read();
    const childId = await registerPupil();
    objects.persons = objects.persons?.filter(({ id }) => id !== "p1") ?? [];
    await read();
    const notices = await principal.as.schoolRegister.listNotices({ childId });
    expect(notices).toMatchObject([{ kind: "left_register", occurredOn: todayInSweden(new Date()) }]);
    expect((await principal.as.people.getChild({ childId })).closedOn).toBeNull();
  });

  it("is the same child when the register gives the pupil a new id", async () => {
    await read();
    const childId = await registerPupil();
    objects.persons = objects.persons?.map((row) => (row.id === "p1" ? { ...row, id: "p1-ny" } : row)) ?? [];
    await read();
    const [tied] = await database.admin`select source_id from register_person where child_id = ${childId}`;
    expect(tied?.source_id).toBe("p1-ny");
    expect(await principal.as.schoolRegister.listNotices({ childId })).toEqual([]);
  });
});

describe("how the readings went", () => {
  it("is for administrators, and holds no person", async () => {
    objects.duties = [{ id: "d1", person: { id: "s1" }, dutyAt: { id: "skola-1" }, dutyRole: "Rektor" }];
    objects.persons?.push({
      id: "s1",
      givenName: "Kalombe",
      familyName: "Norrejde",
      eduPersonPrincipalNames: ["kalombe@provland.example"],
    });
    await read();
    const administrator = await kommun.person("Systemförvaltaren", "administrator");
    const status = await administrator.as.schoolRegister.getStatus();
    expect(status.runs).toMatchObject([{ state: "done", isFull: true }]);
    expect(JSON.stringify(status)).not.toContain("Vandral");
    expect(await administrator.as.schoolRegister.listDuties()).toMatchObject([
      { givenName: "Kalombe", suggests: "barnkontakt", loginKey: "kalombe@provland.example", personId: null },
    ]);
    expect(await refusalOf(principal.as.schoolRegister.getStatus())).toMatchObject({ code: "not_found" });
    expect(await refusalOf(principal.as.schoolRegister.listDuties())).toMatchObject({ code: "not_found" });
    expect(
      await database.admin`select 1 from person_role where role = 'barnkontakt' and valid_from > '2020-01-02' and kommun_code = ${KOMMUN}`,
    ).toHaveLength(0);
  });
});
