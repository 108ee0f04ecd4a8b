import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, expect, it } from "vitest";
import { registerChildOf } from "../testing/a-child.ts";
import { aKommun, type TestKommun } from "../testing/a-kommun.ts";

let database: TestDatabase;
let kommun: TestKommun;

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, "9105");
});
afterAll(() => database.close());

it("tells a samtalsledare neither who else stands to the child nor what has been consented to", async () => {
  const responsible = await kommun.person("Samordnaren", "stodsamordnare");
  const leader = await kommun.person("Kuratorn", "samtalsledare");
  const { childId, guardianId } = await registerChildOf(kommun, responsible.as);
  await responsible.as.consent.recordConsent({
    childId,
    consentId: crypto.randomUUID(),
    step: "skriftligt_barnteam",
    guardianId,
    state: "given",
    decidedOn: todayInSweden(new Date()),
    validTo: null,
    paperLocation: "Pärm 4",
  });
  await responsible.as.people.appoint({
    childId,
    kind: "samtalsledare",
    relationId: crypto.randomUUID(),
    personId: leader.id,
  });
  expect(await leader.as.people.getChild({ childId })).toMatchObject({
    givenName: "Nilo",
    relations: [],
    consents: [],
    coveredSteps: [],
  });
  expect(await responsible.as.people.getChild({ childId })).toMatchObject({
    coveredSteps: ["skriftligt_barnteam"],
    relations: [{ kind: "stodsamordnare" }, { kind: "samtalsledare" }],
  });
});
