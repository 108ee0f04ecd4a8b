import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { addDays, todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findKnown } from "../errors/index.ts";
import { rateAll, registerChildOf } from "../testing/a-child.ts";
import { aGuardian } from "../testing/a-guardian.ts";
import { aKommun, type Caller, type TestKommun } from "../testing/a-kommun.ts";

let database: TestDatabase;
let kommun: TestKommun;
let coordinator: { id: string; as: Caller };
let colleague: { id: string; as: Caller };
let world: Awaited<ReturnType<typeof aFamily>>;

const today = todayInSweden(new Date());
const inAMonth = addDays(today, 30);

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, "9163");
  coordinator = await kommun.person("Samordnaren", "stodsamordnare");
  colleague = await kommun.person("Kollegan", "barnkontakt");
  world = await aFamily();
});
afterAll(() => database.close());

/** A child of two guardians who both log in, with something of each kind that a family is shown. */
async function aFamily() {
  const { childId, guardianId } = await registerChildOf(kommun, coordinator.as);
  const otherId = crypto.randomUUID();
  await coordinator.as.people.recordGuardian({
    childId,
    guardianId: otherId,
    version: null,
    name: "Ero Vandral",
    relation: "pappa",
  });
  const mother = await aGuardian(database, kommun.kommunCode, guardianId);
  const father = await aGuardian(database, kommun.kommunCode, otherId);
  await rateAll(coordinator.as, childId, 3, addDays(today, -120));
  for (const [index, guardian] of [guardianId, otherId].entries()) {
    await coordinator.as.consent.recordAgreement({
      childId,
      agreementId: crypto.randomUUID(),
      guardianId: guardian,
      isAgreed: true,
    });
    await coordinator.as.consent.recordConsent({
      childId,
      consentId: crypto.randomUUID(),
      step: "skriftligt_barnteam",
      guardianId: guardian,
      state: "given",
      decidedOn: addDays(today, -index),
      validTo: null,
      paperLocation: "Pärm 4",
    });
  }
  await addSupport(childId, "Någon att vara med på rasterna");
  await addShare(childId);
  await addEvent(childId, "Ny skola");
  return { childId, guardianId, otherId, mother, father };
}

async function addSupport(childId: string, description: string): Promise<string> {
  const id = crypto.randomUUID();
  await database.admin`
    insert into support (kommun_code, id, child_id, area, kind, description, given_by, status, starts_on)
    values (${kommun.kommunCode}, ${id}, ${childId}, 'fritid', 'annat', ${description}, 'Skolan', 'pagaende', ${today})`;
  return id;
}

async function addEvent(childId: string, description: string): Promise<string> {
  const id = crypto.randomUUID();
  await database.admin`
    insert into life_event (kommun_code, id, child_id, happened_on, description)
    values (${kommun.kommunCode}, ${id}, ${childId}, ${today}, ${description})`;
  return id;
}

async function addShare(childId: string, from = coordinator.id): Promise<string> {
  const id = crypto.randomUUID();
  await database.admin`
    insert into sharing (kommun_code, id, child_id, shared_on, way, areas, fields, from_person_id, to_person_ids,
                         to_unit_ids, to_other, necessary, relevant, proportionate, ground, is_lasting, recorded_by)
    values (${kommun.kommunCode}, ${id}, ${childId}, ${today}, 'said', ${["fritid"]}, '{}', ${from}, '{}', '{}',
            'Socialjouren', 'a', 'b', 'c', 'anmalan_socialtjanst', false, ${from})`;
  return id;
}

/** A round by the child and the team, with a conversation, that is to be withheld. */
async function addRound(childId: string): Promise<string> {
  const compassId = await rateAll(coordinator.as, childId, 1, addDays(today, -20));
  await database.admin`
    insert into conversation (kommun_code, child_id, compass_id, held_on, what_has_changed, how_it_feels,
                              picture_comment, what_next, author_id)
    values (${kommun.kommunCode}, ${childId}, ${compassId}, ${today}, '', '', '', 'Prata med kurator', ${coordinator.id})`;
  return compassId;
}

/** Every answer that the family's pages are made of, as the bytes that leave. */
async function allAnswers(as: Caller, childId: string): Promise<string> {
  return JSON.stringify([
    await as.family.listChildren(),
    await as.family.getOverview({ childId }),
    await as.family.getConsents({ childId }),
    await as.family.listShares({ childId }),
    await as.family.listLooks({ childId }),
  ]);
}

async function withhold(
  thing: "rating" | "conversation" | "support" | "event" | "share" | "look" | "child",
  thingId: string,
  guardianId = world.guardianId,
): Promise<string> {
  const withheldId = crypto.randomUUID();
  await coordinator.as.sharing.withhold({
    childId: world.childId,
    withheldId,
    guardianId,
    thing,
    thingId,
    reason: "Kan äventyra barnets trygghet",
    reviewOn: inAMonth,
  });
  return withheldId;
}

describe("what is withheld from one guardian", () => {
  it("changes no byte of what that guardian is answered, and the other one sees it", async () => {
    const { childId, mother, father } = world;
    // Whoever works with the child looks today in both worlds.
    await coordinator.as.people.getChild({ childId });
    await coordinator.as.behovskompass.getChart({ childId });
    await coordinator.as.sharing.listShares({ childId });
    const before = await allAnswers(mother.as, childId);
    const beforeOther = await allAnswers(father.as, childId);

    const round = await addRound(childId);
    const things = [
      ["rating", round],
      ["conversation", round],
      ["support", await addSupport(childId, "Skyddat boende")],
      ["event", await addEvent(childId, "Flyttade hemifrån")],
      ["share", await addShare(childId, colleague.id)],
      ["look", colleague.id],
    ] as const;
    await database.app.transaction(
      { type: "person", kommunCode: kommun.kommunCode, personId: colleague.id },
      ({ sql }) =>
        sql`select kompass.audit('people.getChild', 'stod', ${childId}::uuid, ${["child"]}::text[])`,
    );
    for (const [thing, id] of things) await withhold(thing, id);

    expect(await allAnswers(mother.as, childId)).toBe(before);
    const other = await allAnswers(father.as, childId);
    expect(other).not.toBe(beforeOther);
    for (const shown of ["Skyddat boende", "Flyttade hemifrån", "Prata med kurator", "Kollegan"])
      expect(other).toContain(shown);
  });

  it.each(["from this guardian", "from the whole family"])(
    "%s, a share with a team, changes no byte of the answer when the guardian takes back the yes",
    async (from) => {
      const told = await withdrawnAnswer("nothing", from);
      expect(told).not.toBe(await withdrawnAnswer("shown", from));
      expect(await withdrawnAnswer("withheld", from)).toBe(told);
    },
  );

  it("of what the whole family is not told leaves no trace for either", async () => {
    const { childId, mother, father } = world;
    const before = [await allAnswers(mother.as, childId), await allAnswers(father.as, childId)];
    const sharingId = await addShare(childId);
    await coordinator.as.sharing.withholdShare({
      childId,
      toldId: crypto.randomUUID(),
      sharingId,
      reason: "Utredning pågår",
      reviewOn: inAMonth,
    });
    expect([await allAnswers(mother.as, childId), await allAnswers(father.as, childId)]).toEqual(before);
    await coordinator.as.sharing.tellShare({
      childId,
      toldId: crypto.randomUUID(),
      sharingId,
      toldOn: today,
    });
    expect(await mother.as.family.listShares({ childId })).toHaveLength(2);
  });

  it("is looked at again: kept back with a new reason, then shown", async () => {
    const { childId, mother } = world;
    const support = await addSupport(childId, "Extra samtal");
    const first = await withhold("support", support);
    const shown = async () =>
      (await mother.as.family.getOverview({ childId })).supports.some(({ id }) => id === support);
    expect(await shown()).toBe(false);
    const second = crypto.randomUUID();
    const again = { withheldId: second, reason: "Gäller fortfarande", reviewOn: addDays(today, 60) };
    await coordinator.as.sharing.withheldReview({ childId, withheldId: first, again });
    expect(await shown()).toBe(false);
    await coordinator.as.sharing.withheldReview({ childId, withheldId: second, again: null });
    expect(await shown()).toBe(true);
  });

  it("is the child altogether: then the guardian has no such child, as one that does not exist", async () => {
    const { childId, mother, father, guardianId } = world;
    const unknown = await aGuardian(database, kommun.kommunCode);
    const nothing = JSON.stringify(await unknown.as.family.listChildren());
    const withheldId = await withhold("child", childId);
    expect(JSON.stringify(await mother.as.family.listChildren())).toBe(nothing);
    const calls = [
      (of: string) => mother.as.family.getOverview({ childId: of }),
      (of: string) => mother.as.family.getConsents({ childId: of }),
      (of: string) => mother.as.family.listShares({ childId: of }),
      (of: string) => mother.as.family.listLooks({ childId: of }),
      (of: string) =>
        mother.as.family.withdrawConsent({
          childId: of,
          step: "skriftligt_barnteam",
          consentId: crypto.randomUUID(),
        }),
    ];
    for (const call of calls)
      expect(await refusalOf(call(childId))).toEqual(await refusalOf(call(crypto.randomUUID())));
    expect(await father.as.family.listChildren()).toHaveLength(1);
    await coordinator.as.sharing.withheldReview({ childId, withheldId, again: null });
    expect(await mother.as.family.listChildren()).toHaveLength(1);
    expect(guardianId).not.toBe(world.otherId);
  });
});

/** What a guardian of a child that stands on an agenda is answered who takes back the yes at home. */
async function withdrawnAnswer(agenda: "nothing" | "shown" | "withheld", from: string): Promise<string> {
  const { childId, guardianId } = await registerChildOf(kommun, coordinator.as);
  const mother = await aGuardian(database, kommun.kommunCode, guardianId);
  const step = "skriftligt_barnteam" as const;
  await coordinator.as.consent.recordConsent({
    childId,
    consentId: crypto.randomUUID(),
    step,
    guardianId,
    state: "given",
    decidedOn: today,
    validTo: null,
    paperLocation: "Pärm 4",
  });
  if (agenda !== "nothing") await placeOnAgenda(childId);
  const [share] = await database.admin<{ id: string }[]>`
    select id from sharing where child_id = ${childId} and way = 'agenda'`;
  if (agenda === "withheld") {
    const sharingId = share?.id ?? "";
    const why = { childId, reason: "Kan äventyra barnets trygghet", reviewOn: inAMonth };
    if (from === "from the whole family")
      await coordinator.as.sharing.withholdShare({ ...why, toldId: crypto.randomUUID(), sharingId });
    else
      await coordinator.as.sharing.withhold({
        ...why,
        withheldId: crypto.randomUUID(),
        guardianId,
        thing: "share",
        thingId: sharingId,
      });
  }
  const answer = await mother.as.family.withdrawConsent({ childId, step, consentId: crypto.randomUUID() });
  return JSON.stringify([answer, await mother.as.family.listShares({ childId })]);
}

/** On the agenda of a standing Barnteam, with somebody in it to be shown the child. */
async function placeOnAgenda(childId: string): Promise<void> {
  const { kommunCode } = kommun;
  const [teamId, meetingId] = [crypto.randomUUID(), crypto.randomUUID()];
  await database.admin.begin(async (sql) => {
    await sql`select set_config('kompass.kommun', ${kommunCode}, true), set_config('kompass.actor', '', true)`;
    await sql`insert into team (kommun_code, id, kind, name) values (${kommunCode}, ${teamId}, 'barnteam', ${`Barnteam ${teamId}`})`;
    await sql`
      insert into team_member (kommun_code, team_id, person_id, part, valid_from)
      values (${kommunCode}, ${teamId}, ${colleague.id}, 'kurator', ${today})`;
    await sql`
      insert into meeting (kommun_code, id, team_id, held_on)
      values (${kommunCode}, ${meetingId}, ${teamId}, ${addDays(today, 7)})`;
    await sql`
      insert into agenda_item (kommun_code, meeting_id, child_id, kind, added_by)
      values (${kommunCode}, ${meetingId}, ${childId}, 'back_reporting', ${coordinator.id})`;
  });
}

async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.then(
    () => null,
    (caught: unknown) => caught,
  );
  const known = findKnown(error);
  return JSON.stringify({ code: known?.code, detail: known?.detail, text: String(error) });
}

describe("a guardian", () => {
  it("sees the own ratings, the joint ones and the child's when the child agrees, never the other guardian's", async () => {
    const { childId, guardianId, mother } = world;
    const who = async () => (await mother.as.family.getOverview({ childId })).compasses.map((one) => one.who);
    expect(await who()).toEqual(["child"]);
    await coordinator.as.consent.recordAgreement({
      childId,
      agreementId: crypto.randomUUID(),
      guardianId,
      isAgreed: false,
    });
    expect(await who()).toEqual([]);
  });

  it("is told nothing of what another guardian has answered", async () => {
    const { childId, mother, otherId } = world;
    const before = JSON.stringify(await mother.as.family.getConsents({ childId }));
    await coordinator.as.consent.recordConsent({
      childId,
      consentId: crypto.randomUUID(),
      step: "skriftligt_barnteam",
      guardianId: otherId,
      state: "declined",
      decidedOn: today,
      validTo: null,
      paperLocation: null,
    });
    expect(JSON.stringify(await mother.as.family.getConsents({ childId }))).toBe(before);
  });

  it("of another child, a disabled account and a member of the staff are answered as if there were no child", async () => {
    const { childId } = world;
    const { guardianId } = await registerChildOf(kommun, coordinator.as);
    const stranger = await aGuardian(database, kommun.kommunCode, guardianId);
    const gone = await refusalOf(stranger.as.family.getOverview({ childId: crypto.randomUUID() }));
    expect(await refusalOf(stranger.as.family.getOverview({ childId }))).toBe(gone);
    await database.admin`update guardian_account set disabled_at = now() where id = ${stranger.accountId}`;
    expect(await stranger.as.family.listChildren()).toEqual([]);
    expect(findKnown(await caught(coordinator.as.family.listChildren()))?.code).toBe("not_signed_in");
    expect(findKnown(await caught(stranger.as.people.getChild({ childId })))?.code).toBe("not_signed_in");
  });
});

const caught = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => error,
  );

describe("the family's role in the database", () => {
  const asMother = <T>(work: (sql: TestDatabase["admin"]) => Promise<T>): Promise<T> =>
    database.family.transaction(
      { type: "guardian", kommunCode: kommun.kommunCode, accountId: world.mother.accountId },
      ({ sql }) => work(sql),
    );

  it.each([
    "withheld",
    "sharing_told",
    "audit_log",
    "child_relation",
    "person",
    "draft",
    "signal",
    "consent_scope",
  ])("cannot read %s at all", async (table) => {
    await expect(asMother((sql) => sql`select * from ${sql(table)}`)).rejects.toThrow(/permission denied/);
  });

  it("reads no row of another child, whatever is asked", async () => {
    const { childId } = await registerChildOf(kommun, coordinator.as);
    await addSupport(childId, "Inte mitt barn");
    await addShare(childId);
    for (const table of ["support", "sharing", "consent", "guardian", "assessment", "conversation"]) {
      const rows = await asMother((sql) => sql`select child_id from ${sql(table)}`);
      for (const { child_id } of rows) expect(child_id, table).toBe(world.childId);
    }
  });

  it("writes nothing but its own withdrawal", async () => {
    const { childId, otherId } = world;
    const insert = asMother(
      (sql) => sql`
        insert into consent (kommun_code, id, child_id, guardian_id, step, state, decided_on, recorded_by_guardian)
        values (${kommun.kommunCode}, ${crypto.randomUUID()}, ${childId}, ${otherId}, 'muntligt', 'withdrawn', ${today}, ${otherId})`,
    );
    await expect(insert).rejects.toThrow(/permission denied/);
    await expect(asMother((sql) => sql`delete from sharing`)).rejects.toThrow(/permission denied/);
    await expect(
      asMother((sql) => sql`select kompass.audit('x', 'y', ${childId}::uuid, '{}')`),
    ).rejects.toThrow(/permission denied/);
  });
});
