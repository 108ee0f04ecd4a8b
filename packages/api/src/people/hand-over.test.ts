import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { addDays, todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findKnown } from "../errors/index.ts";
import { rateAll, registerChildOf } from "../testing/a-child.ts";
import { aKommun, type Caller, type TestKommun } from "../testing/a-kommun.ts";

let database: TestDatabase;
let kommun: TestKommun;
let nurse: { id: string; as: Caller };
let principal: { id: string; as: Caller };
const today = todayInSweden(new Date());

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, "9110");
  nurse = await kommun.person("Sköterskan", "barnkontakt");
  principal = await kommun.person("Rektorn", "barnkontakt");
});
afterAll(() => database.close());

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => undefined,
    (error: unknown) => findKnown(error),
  );

/** A child that the nurse has followed since a month. */
async function aChildOfTheNurse(): Promise<string> {
  const { childId } = await registerChildOf(kommun, nurse.as, "barnkontakt");
  await database.admin`update child_relation set valid_from = ${addDays(today, -30)} where child_id = ${childId}`;
  return childId;
}

const history = {
  kind: "history",
  what: "Språket, och hur hämtningen fungerar.",
  familySaidYesOn: today,
} as const;

async function ask(childId: string, sharing: typeof history | { readonly kind: "nothing" } = history) {
  const handOverId = crypto.randomUUID();
  await nurse.as.people.askHandOver({ childId, handOverId, toPersonId: principal.id, sharing });
  return handOverId;
}

const answer = (handOverId: string, isTaken: boolean, text: string | null = null) =>
  principal.as.people.answerHandOver({ handOverId, isTaken, text });

const barnkontaktOf = async (childId: string) => {
  const rows = await database.admin`
    select person_id from child_relation
     where child_id = ${childId} and kind = 'barnkontakt' and valid_from <= ${today}
       and (valid_to is null or valid_to >= ${today})`;
  return rows.map(({ person_id }) => person_id);
};

describe("a child that is handed over", () => {
  it("stays with the Barnkontakt of now until the other has accepted, and then has exactly one", async () => {
    const childId = await aChildOfTheNurse();
    const handOverId = await ask(childId);
    expect(await barnkontaktOf(childId)).toEqual([nurse.id]);
    expect(await refusalOf(principal.as.people.getChild({ childId }))).toMatchObject({ code: "not_found" });
    const { incoming } = await principal.as.people.listHandOvers();
    expect(incoming).toMatchObject([{ id: handOverId, givenName: "Nilo", fromName: "Sköterskan Test" }]);
    expect(JSON.stringify(incoming)).not.toContain("Språket");
    await answer(handOverId, true);
    await answer(handOverId, true);
    expect(await barnkontaktOf(childId)).toEqual([principal.id]);
    expect(await principal.as.people.getChild({ childId })).toMatchObject({ id: childId });
    expect(await refusalOf(nurse.as.people.getChild({ childId }))).toMatchObject({ code: "not_found" });
    const view = await principal.as.people.getHandOver({ childId });
    expect(view.asked).toMatchObject([
      { state: "accepted", sharedText: "Språket, och hur hämtningen fungerar." },
    ]);
  });

  it("stays where it is when the other declines, and why is told", async () => {
    const childId = await aChildOfTheNurse();
    await answer(await ask(childId), false, "Barnet börjar hos oss först i augusti.");
    expect(await barnkontaktOf(childId)).toEqual([nurse.id]);
    expect((await nurse.as.people.getHandOver({ childId })).asked).toMatchObject([
      { state: "declined", answerText: "Barnet börjar hos oss först i augusti." },
    ]);
  });

  it("is asked about once at a time, and the question can be taken back", async () => {
    const childId = await aChildOfTheNurse();
    const handOverId = await ask(childId);
    expect(await refusalOf(ask(childId))).toMatchObject({
      code: "conflict",
      detail: { reason: "asked_already" },
    });
    await nurse.as.people.withdrawHandOver({ childId, handOverId, version: 1 });
    expect(await refusalOf(answer(handOverId, true))).toMatchObject({ code: "not_found" });
    await ask(childId);
  });

  it("is handed over by its Barnkontakt of now and by nobody else", async () => {
    const childId = await aChildOfTheNurse();
    const coordinator = await kommun.person("Samordnaren", "stodsamordnare");
    const relationId = crypto.randomUUID();
    await nurse.as.people.appoint({ childId, kind: "stodsamordnare", relationId, personId: coordinator.id });
    const attempt = (by: Caller) =>
      by.people.askHandOver({
        childId,
        handOverId: crypto.randomUUID(),
        toPersonId: principal.id,
        sharing: { kind: "nothing" },
      });
    expect(await refusalOf(attempt(coordinator.as))).toMatchObject({ code: "not_found" });
    const administrator = await kommun.person("Systemförvaltaren", "administrator");
    expect(await refusalOf(attempt(administrator.as))).toMatchObject({ code: "not_found" });
    expect(await refusalOf(attempt(principal.as))).toMatchObject({ code: "not_found" });
    const direct = nurse.as.people.appoint({
      childId,
      kind: "barnkontakt",
      relationId,
      personId: principal.id,
    });
    expect(await refusalOf(direct)).toMatchObject({
      code: "invalid",
      detail: { faults: [{ field: "kind", expected: "asked_and_accepted" }] },
    });
    expect(await barnkontaktOf(childId)).toEqual([nurse.id]);
  });

  it("cannot be answered by somebody who was not asked, nor after it has gone elsewhere", async () => {
    const childId = await aChildOfTheNurse();
    const handOverId = await ask(childId);
    const stranger = await kommun.person("Annan", "barnkontakt");
    const attempt = stranger.as.people.answerHandOver({ handOverId, isTaken: true, text: null });
    expect(await refusalOf(attempt)).toMatchObject({ code: "not_found" });
    await database.admin`update child_relation set person_id = ${stranger.id} where child_id = ${childId}`;
    expect(await refusalOf(answer(handOverId, true))).toMatchObject({
      detail: { reason: "hand_over_overtaken" },
    });
  });
});

describe("what was recorded before", () => {
  it("goes with the child only when the family has said yes to it", async () => {
    const childId = await aChildOfTheNurse();
    await rateAll(nurse.as, childId, 3, addDays(today, -7));
    await database.admin`update compass set opened_on = ${addDays(today, -7)} where child_id = ${childId}`;
    const seen = (personId: string, table: string) =>
      database.app.transaction({ type: "person", kommunCode: kommun.kommunCode, personId }, ({ sql }) =>
        sql.unsafe(`select 1 from ${table} where child_id = $1`, [childId]),
      );
    await answer(await ask(childId, { kind: "nothing" }), true);
    expect(await barnkontaktOf(childId)).toEqual([principal.id]);
    for (const table of ["assessment", "compass"])
      expect(await seen(principal.id, table), table).toHaveLength(0);
    // What is recorded from now on is read.
    await rateAll(principal.as, childId, 4, today);
    for (const table of ["assessment", "compass"])
      expect(await seen(principal.id, table), table).toHaveLength(1);
    // The written consent to the Barnteam opens the child as a whole.
    await database.admin`
      insert into consent (kommun_code, id, child_id, guardian_id, step, state, decided_on, recorded_by)
      select kommun_code, gen_random_uuid(), child_id, id, 'skriftligt_barnteam', 'given', ${today}, ${principal.id}
        from guardian where child_id = ${childId}`;
    for (const table of ["assessment", "compass"])
      expect(await seen(principal.id, table), table).toHaveLength(2);
  });
});

describe("a child that is followed", () => {
  it("is never without somebody responsible", async () => {
    const coordinator = await kommun.person("Samordnaren", "stodsamordnare");
    const { childId } = await registerChildOf(kommun, coordinator.as);
    await database.admin`update child_relation set valid_from = ${addDays(today, -30)} where child_id = ${childId}`;
    const relationId = crypto.randomUUID();
    const end = coordinator.as.people.appoint({
      childId,
      kind: "stodsamordnare",
      relationId,
      personId: null,
    });
    expect(await refusalOf(end)).toMatchObject({ code: "closed", detail: { reason: "nobody_responsible" } });
    const { admin } = database;
    await expect(admin`delete from child_relation where child_id = ${childId}`).rejects.toThrow(
      /nobody_responsible/,
    );
    const alone = database.app.transaction(
      { type: "person", kommunCode: kommun.kommunCode, personId: coordinator.id },
      ({ sql }) => sql`
        insert into child (kommun_code, id, case_number, given_name, family_name, unit_id, registered_on)
        values (${kommun.kommunCode}, ${crypto.randomUUID()}, 'ensam', 'A', 'B', ${kommun.unitId}, ${today})`,
    );
    await expect(alone).rejects.toThrow(/nobody_responsible/);
  });

  it("may be without when it is no longer followed, and not be followed again without", async () => {
    const { admin } = database;
    const coordinator = await kommun.person("Samordnaren", "stodsamordnare");
    const { childId } = await registerChildOf(kommun, coordinator.as);
    const { version } = await coordinator.as.people.getChild({ childId });
    await coordinator.as.people.closeChild({
      childId,
      closingId: crypto.randomUUID(),
      reason: "flytt",
      version,
    });
    await admin`update child_relation set valid_to = ${today} where child_id = ${childId}`;
    const reopen = admin`update child set closed_on = null, closing_reason = null where id = ${childId}`;
    await expect(reopen).rejects.toThrow(/nobody_responsible/);
  });

  it("gets a Barnkontakt when whoever is responsible asks for one", async () => {
    const coordinator = await kommun.person("Samordnaren", "stodsamordnare");
    const { childId } = await registerChildOf(kommun, coordinator.as);
    const handOverId = crypto.randomUUID();
    const sharing = { kind: "nothing" } as const;
    await coordinator.as.people.askHandOver({ childId, handOverId, toPersonId: principal.id, sharing });
    await answer(handOverId, true);
    expect(await barnkontaktOf(childId)).toEqual([principal.id]);
    expect((await coordinator.as.people.getChild({ childId })).relations).toHaveLength(2);
  });
});

describe("what waits to be taken over", () => {
  it("is told to the Barnkontakt of the place as whom to speak with, without naming a child", async () => {
    const { admin } = database;
    const unitId = crypto.randomUUID();
    await admin`
      insert into unit (kommun_code, id, code, name, kind)
      values (${kommun.kommunCode}, ${unitId}, 'FSK7', 'Förskolan', 'forskola')`;
    const preschool = await kommun.person("Förskolerektorn", "barnkontakt");
    await admin`update person set unit_id = ${unitId} where id = ${preschool.id}`;
    const childId = await aChildOfTheNurse();
    await admin`update child set unit_id = ${unitId} where id = ${childId}`;
    await admin`update placement set unit_id = ${unitId}, valid_from = ${addDays(today, -20)} where child_id = ${childId}`;
    const waiting = await preschool.as.people.listHandOvers();
    expect(waiting.toTakeOver).toMatchObject([{ name: "Sköterskan Test", children: 1 }]);
    expect(JSON.stringify(waiting)).not.toMatch(/Nilo|Vandral/);
    expect((await nurse.as.people.listHandOvers()).moved).toMatchObject([{ childId, unitName: "Förskolan" }]);
    expect((await nurse.as.people.getHandOver({ childId })).options[0]).toMatchObject({
      id: preschool.id,
      reason: "at_childs_unit",
    });
    await admin`update child set protected_identity = 'sekretessmarkering' where id = ${childId}`;
    expect((await preschool.as.people.listHandOvers()).toTakeOver).toEqual([]);
  });
});
