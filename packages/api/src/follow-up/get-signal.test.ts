import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { addDays, todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillDraft, rateAll, registerChildOf } from "../testing/a-child.ts";
import { aKommun, type Caller, type TestKommun } from "../testing/a-kommun.ts";

let database: TestDatabase;
let kommun: TestKommun;
let coordinator: { id: string; as: Caller };

const today = todayInSweden(new Date());

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, "9130");
  coordinator = await kommun.person("Samordnaren", "stodsamordnare");
});
afterAll(() => database.close());

async function raisedFritid() {
  const child = await registerChildOf(kommun, coordinator.as);
  await rateAll(coordinator.as, child.childId, 2, addDays(today, -90));
  await rateAll(coordinator.as, child.childId, 2, addDays(today, -1));
  const chart = await coordinator.as.behovskompass.getChart({ childId: child.childId });
  const signal = chart.kind === "open" ? chart.signals.find(({ area }) => area === "fritid") : undefined;
  if (signal === undefined) throw new Error("fritid is not raised");
  return { ...child, signal };
}

async function cardOf(childId: string, signalId: string) {
  const card = await coordinator.as.followUp.getSignal({ childId, signalId });
  if (card.kind !== "open") throw new Error("the signal is withheld");
  return card;
}

async function plannedMeeting(
  { childId, guardianId }: { childId: string; guardianId: string },
  heldOn: string,
) {
  await coordinator.as.consent.recordConsent({
    childId,
    consentId: crypto.randomUUID(),
    step: "skriftligt_individuellt",
    guardianId,
    state: "given",
    decidedOn: today,
    validTo: null,
    paperLocation: "Pärm 4",
  });
  const { teamId } = await coordinator.as.barnteam.formIndividualTeam({
    childId,
    teamId: crypto.randomUUID(),
    members: [],
  });
  const meetingId = crypto.randomUUID();
  await coordinator.as.barnteam.createMeeting({ meetingId, teamId, heldOn, startsAt: null, place: null });
  return { meetingId, teamId };
}

describe("one raised signal", () => {
  it("comes with its numbers and stays with the responsible while the written consent is missing", async () => {
    const { childId, signal } = await raisedFritid();
    const card = await cardOf(childId, signal.id);
    expect(card.comparisons.map(({ rater, comparison }) => [rater, comparison.label])).toEqual([
      ["barn", "unchanged"],
    ]);
    expect(card.placement).toEqual({
      kind: "stays_with_responsible",
      to: "stodsamordnare",
      missing: "written_consent",
    });
    expect(card.responsible).toEqual({ role: "stodsamordnare", name: "Samordnaren Test" });
  });

  it("goes to the next meeting of the child's own team once the consent covers it, and says who saw it", async () => {
    const child = await raisedFritid();
    const { meetingId } = await plannedMeeting(child, addDays(today, 7));
    await coordinator.as.followUp.markSeen({ childId: child.childId, signalId: child.signal.id, version: 1 });
    const card = await cardOf(child.childId, child.signal.id);
    expect(card.placement).toMatchObject({ kind: "to_agenda", meeting: { meetingId } });
    expect(card.seen?.byName).toBe("Samordnaren Test");
    expect(card.decided).toBeNull();
  });

  it("is late when the meeting that should have taken it up has passed", async () => {
    const child = await raisedFritid();
    const { meetingId } = await plannedMeeting(child, today);
    await coordinator.as.followUp.placeOnAgenda({
      childId: child.childId,
      signalId: child.signal.id,
      version: child.signal.version,
      meetingId,
    });
    expect((await cardOf(child.childId, child.signal.id)).isLate).toBe(false);
    await database.admin`update meeting set held_on = ${addDays(today, -1)} where id = ${meetingId}`;
    expect((await cardOf(child.childId, child.signal.id)).isLate).toBe(true);
  });

  it("goes back to the responsible when its meeting is called off", async () => {
    const child = await raisedFritid();
    const { meetingId } = await plannedMeeting(child, addDays(today, 7));
    await coordinator.as.followUp.placeOnAgenda({
      childId: child.childId,
      signalId: child.signal.id,
      version: child.signal.version,
      meetingId,
    });
    await coordinator.as.barnteam.closeMeeting({ meetingId, version: 1, state: "cancelled" });
    const card = await cardOf(child.childId, child.signal.id);
    expect(card.signal.life.state).toBe("seen");
    expect(card.meeting).toBeNull();
  });

  it("is held back from whoever fills in an uninfluenced form for the child", async () => {
    const { childId, signal } = await raisedFritid();
    const draftId = await fillDraft(coordinator.as, childId, 4, today);
    const card = await coordinator.as.followUp.getSignal({ childId, signalId: signal.id });
    expect(card).toEqual({ kind: "withheld", draftIds: [draftId] });
  });

  it("does not exist for a colleague without a relation to the child", async () => {
    const { childId, signal } = await raisedFritid();
    const colleague = await kommun.person("Kollegan", "stodsamordnare");
    await expect(colleague.as.followUp.getSignal({ childId, signalId: signal.id })).rejects.toMatchObject({
      message: "not_found",
    });
  });
});
