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
  kommun = await aKommun(database, "9115");
  nurse = await kommun.person("Sköterskan", "barnkontakt");
  principal = await kommun.person("Rektorn", "barnkontakt");
});
afterAll(() => database.close());

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => undefined,
    (error: unknown) => findKnown(error),
  );

const seenBy = async (personId: string, childId: string) => {
  const actor = { type: "person", kommunCode: kommun.kommunCode, personId } as const;
  const rows = await database.app.transaction(
    actor,
    ({ sql }) => sql`select 1 from assessment where child_id = ${childId}`,
  );
  return rows.length;
};

/** A rated child that the principal has taken over without what was recorded before. */
async function aChildTakenOver(): Promise<string> {
  const { childId } = await registerChildOf(kommun, nurse.as, "barnkontakt");
  await database.admin`update child_relation set valid_from = ${addDays(today, -30)} where child_id = ${childId}`;
  await rateAll(nurse.as, childId, 3, addDays(today, -7));
  await database.admin`update compass set opened_on = ${addDays(today, -7)} where child_id = ${childId}`;
  await handOver(childId, nurse.as, principal, { kind: "nothing" });
  expect(await seenBy(principal.id, childId)).toBe(0);
  return childId;
}

/** As if the principal had taken over the day before yesterday. */
async function sinceTwoDays(childId: string): Promise<void> {
  const ofChild = database.admin`child_id = ${childId} and kind = 'barnkontakt'`;
  await database.admin`
    update child_relation set valid_to = ${addDays(today, -3)} where ${ofChild} and person_id = ${nurse.id}`;
  await database.admin`
    update child_relation set valid_from = ${addDays(today, -2)}, reads_from = ${addDays(today, -2)}
     where ${ofChild} and person_id = ${principal.id}`;
}

type Sharing = Parameters<Caller["people"]["askHandOver"]>[0]["sharing"];

async function handOver(childId: string, from: Caller, to: { id: string; as: Caller }, sharing: Sharing) {
  const handOverId = crypto.randomUUID();
  await from.people.askHandOver({ childId, handOverId, toPersonId: to.id, sharing });
  await to.as.people.answerHandOver({ handOverId, isTaken: true, text: null });
}

describe("what was not handed over", () => {
  it("is not opened by whoever took over becoming samtalsledare too, which is refused", async () => {
    const childId = await aChildTakenOver();
    const appointment = { childId, kind: "samtalsledare", personId: principal.id } as const;
    const attempt = principal.as.people.appoint({ ...appointment, relationId: crypto.randomUUID() });
    expect(await refusalOf(attempt)).toMatchObject({
      code: "invalid",
      detail: { faults: [{ field: "personId", expected: "somebody_not_responsible" }] },
    });
    const past = database.app.transaction(
      { type: "person", kommunCode: kommun.kommunCode, personId: principal.id },
      ({ sql }) => sql`
        insert into child_relation (kommun_code, id, child_id, person_id, kind, valid_from)
        values (${kommun.kommunCode}, ${crypto.randomUUID()}, ${childId}, ${principal.id}, 'samtalsledare', ${today})`,
    );
    await expect(past).rejects.toMatchObject({ code: "KP071" });
    // Even a row that stands there by other ways opens nothing.
    await database.admin`
      insert into child_relation (kommun_code, id, child_id, person_id, kind, valid_from)
      values (${kommun.kommunCode}, ${crypto.randomUUID()}, ${childId}, ${principal.id}, 'samtalsledare', ${today})`;
    expect(await seenBy(principal.id, childId)).toBe(0);
  });

  it("stays closed to those whom the one who took over appoints, or hands over to", async () => {
    const childId = await aChildTakenOver();
    const coordinator = await kommun.person("Samordnaren", "stodsamordnare");
    const personId = coordinator.id;
    const relationId = crypto.randomUUID();
    await principal.as.people.appoint({ childId, kind: "stodsamordnare", relationId, personId });
    expect(await seenBy(personId, childId)).toBe(0);
    await sinceTwoDays(childId);
    const next = await kommun.person("Nästa", "barnkontakt");
    const everything = { kind: "history", what: "Allt jag vet.", familySaidYesOn: today } as const;
    await handOver(childId, principal.as, next, everything);
    expect(await seenBy(next.id, childId)).toBe(0);
  });

  it("stays closed to a successor whom an administrator appoints", async () => {
    const childId = await aChildTakenOver();
    await sinceTwoDays(childId);
    const successor = await kommun.person("Efterträdaren", "barnkontakt");
    await database.admin.begin(async (sql) => {
      await sql`select set_config('kompass.kommun', ${kommun.kommunCode}, true)`;
      await sql`select kompass.replace_responsible(${childId}, 'barnkontakt', ${successor.id}, ${crypto.randomUUID()}, ${today}, null)`;
    });
    expect(await seenBy(successor.id, childId)).toBe(0);
  });

  it("leaves what is open open: whoever has the whole child appoints with the whole child", async () => {
    const { childId } = await registerChildOf(kommun, nurse.as, "barnkontakt");
    await rateAll(nurse.as, childId, 3, today);
    const coordinator = await kommun.person("Samordnaren", "stodsamordnare");
    const relationId = crypto.randomUUID();
    await nurse.as.people.appoint({ childId, kind: "stodsamordnare", relationId, personId: coordinator.id });
    expect(await seenBy(coordinator.id, childId)).toBe(1);
  });
});
