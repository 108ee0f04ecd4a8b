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
  kommun = await aKommun(database, "9108");
  responsible = await kommun.person("Samordnaren", "stodsamordnare");
});
afterAll(() => database.close());

async function aChildWithAnEvent() {
  const { childId } = await registerChildOf(kommun, responsible.as);
  const event = {
    childId,
    eventId: crypto.randomUUID(),
    happenedOn: "2026-05-04",
    description: "Bytte klass",
  };
  await responsible.as.barnetsPlan.recordLifeEvent(event);
  return event;
}

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => undefined,
    (error: unknown) => findKnown(error),
  );

describe("an event in a child's life", () => {
  it("is recorded once, however often the same form is sent, and can be corrected", async () => {
    const event = await aChildWithAnEvent();
    await responsible.as.barnetsPlan.recordLifeEvent(event);
    await responsible.as.barnetsPlan.changeLifeEvent({ ...event, version: 1, description: "Bytte skola" });
    const { events } = await responsible.as.barnetsPlan.getLifeLine({ childId: event.childId });
    expect(events).toEqual([
      { id: event.eventId, happenedOn: "2026-05-04", description: "Bytte skola", version: 2 },
    ]);
  });

  it("is not overwritten by the second of two who correct it: that one is shown what is stored", async () => {
    const event = await aChildWithAnEvent();
    await responsible.as.barnetsPlan.changeLifeEvent({ ...event, version: 1, description: "Bytte skola" });
    const second = responsible.as.barnetsPlan.changeLifeEvent({
      ...event,
      version: 1,
      description: "Flyttade",
    });
    expect(await refusalOf(second)).toMatchObject({
      code: "conflict",
      detail: { version: 2, current: { happenedOn: "2026-05-04", description: "Bytte skola" } },
    });
  });

  it("cannot lie ahead in time", async () => {
    const event = await aChildWithAnEvent();
    const ahead = responsible.as.barnetsPlan.changeLifeEvent({
      ...event,
      version: 1,
      happenedOn: "2199-01-01",
    });
    expect(await refusalOf(ahead)).toMatchObject({
      code: "invalid",
      detail: { faults: [{ field: "happenedOn" }] },
    });
  });
});
