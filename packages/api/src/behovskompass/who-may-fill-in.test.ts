import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { addDays, todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findKnown } from "../errors/index.ts";
import { fillDraft, giveConsent, rateAll, registerChildOf } from "../testing/a-child.ts";
import { aKommun, type Caller, type TestKommun } from "../testing/a-kommun.ts";

let database: TestDatabase;
let kommun: TestKommun;
let coordinator: { id: string; as: Caller };

const today = todayInSweden(new Date());

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, "9141");
  coordinator = await kommun.person("Samordnaren", "stodsamordnare");
});
afterAll(() => database.close());

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => undefined,
    (error: unknown) => findKnown(error),
  );

const aForm = (childId: string, rater: string) => ({
  childId,
  draftId: crypto.randomUUID(),
  compassId: crypto.randomUUID(),
  rater,
  ageForm: rater === "barn" ? ("6-12" as const) : null,
  assessedOn: today,
});

async function withTalkLeader(childId: string) {
  const leader = await kommun.person("Kuratorn");
  const relationId = crypto.randomUUID();
  await coordinator.as.people.appoint({ childId, kind: "samtalsledare", relationId, personId: leader.id });
  return { leader, relationId };
}

describe("a form that could never be handed in", () => {
  it("is refused at once, also when another open form holds the earlier scores back", async () => {
    const { childId, guardianId } = await registerChildOf(kommun, coordinator.as);
    await giveConsent(coordinator.as, childId, guardianId);
    await rateAll(coordinator.as, childId, 3, today);
    await coordinator.as.behovskompass.openDraft(aForm(childId, "barnteam"));
    const again = await refusalOf(coordinator.as.behovskompass.openDraft(aForm(childId, "barn")));
    expect(again).toMatchObject({ code: "closed", detail: { reason: "already_rated_that_day" } });
  });
});

describe("a samtalsledare", () => {
  it("fills in with the child and the family, and neither opens nor reads the joint form of the team", async () => {
    const { childId, guardianId } = await registerChildOf(kommun, coordinator.as);
    await giveConsent(coordinator.as, childId, guardianId);
    const { leader } = await withTalkLeader(childId);
    const joint = await coordinator.as.behovskompass.openDraft(aForm(childId, "barnteam"));
    const refused = await refusalOf(leader.as.behovskompass.openDraft(aForm(childId, "barnteam")));
    expect(refused?.code).toBe("invalid");
    expect((await leader.as.people.getChild({ childId })).drafts).toEqual([]);
    const reading = leader.as.behovskompass.getDraft({ childId, draftId: joint.draftId });
    expect((await refusalOf(reading))?.code).toBe("not_found");
    await fillDraft(leader.as, childId, 3, today);
  });

  it("no longer sees the child when the task has ended", async () => {
    const { childId } = await registerChildOf(kommun, coordinator.as);
    const { leader, relationId } = await withTalkLeader(childId);
    await database.admin`update child_relation set valid_from = ${addDays(today, -3)} where id = ${relationId}`;
    expect(await leader.as.people.getChild({ childId })).toMatchObject({ givenName: "Nilo" });
    await coordinator.as.people.endTalks({ childId, relationId });
    expect((await refusalOf(leader.as.people.getChild({ childId })))?.code).toBe("not_found");
  });
});
