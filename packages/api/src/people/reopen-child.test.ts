import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findKnown } from "../errors/index.ts";
import { registerChildOf } from "../testing/a-child.ts";
import { aKommun, type Caller, type TestKommun } from "../testing/a-kommun.ts";

let database: TestDatabase;
let kommun: TestKommun;
let responsible: { id: string; as: Caller };

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, "9109");
  responsible = await kommun.person("Samordnaren", "stodsamordnare");
});
afterAll(() => database.close());

async function aClosedChild(): Promise<string> {
  const { childId } = await registerChildOf(kommun, responsible.as);
  await responsible.as.people.closeChild({
    childId,
    closingId: crypto.randomUUID(),
    reason: "behov_uppfyllt",
    version: 1,
  });
  return childId;
}

const caseloadOf = async (as: Caller) => (await as.people.listCaseload()).children.map(({ id }) => id);
const closedOf = async (as: Caller) => (await as.people.listClosed()).map(({ id }) => id);

describe("a follow-up that has ended", () => {
  it("leaves the work list and is found among the ended, by the one who followed the child alone", async () => {
    const childId = await aClosedChild();
    expect(await caseloadOf(responsible.as)).not.toContain(childId);
    expect(await closedOf(responsible.as)).toContain(childId);
    const colleague = await kommun.person("Kollegan", "stodsamordnare");
    expect(await closedOf(colleague.as)).toEqual([]);
  });

  it("is taken up again when the family comes back, once however often it is asked for", async () => {
    const childId = await aClosedChild();
    await responsible.as.people.reopenChild({ childId, version: 2 });
    await responsible.as.people.reopenChild({ childId, version: 2 });
    expect(await caseloadOf(responsible.as)).toContain(childId);
    expect(await closedOf(responsible.as)).not.toContain(childId);
    expect(await responsible.as.people.getChild({ childId })).toMatchObject({ closedOn: null, version: 3 });
  });

  it("is not taken up over what somebody else has changed meanwhile", async () => {
    const childId = await aClosedChild();
    const late = responsible.as.people.reopenChild({ childId, version: 1 });
    const refusal = await late.then(
      () => undefined,
      (error: unknown) => findKnown(error),
    );
    expect(refusal?.code).toBe("conflict");
  });
});
