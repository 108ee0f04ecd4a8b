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
  kommun = await aKommun(database, "9100");
  coordinator = await kommun.person("Samordnaren", "stodsamordnare");
});
afterAll(() => database.close());

async function stagnantChild(): Promise<{ childId: string; guardianId: string; compassId: string }> {
  const child = await registerChildOf(kommun, coordinator.as);
  await rateAll(coordinator.as, child.childId, 2, addDays(today, -90));
  const compassId = await rateAll(coordinator.as, child.childId, 2, addDays(today, -1));
  return { ...child, compassId };
}

async function openChart(childId: string) {
  const chart = await coordinator.as.behovskompass.getChart({ childId });
  if (chart.kind !== "open") throw new Error("the chart is withheld");
  return chart;
}

async function consentGiven({ childId, guardianId }: { childId: string; guardianId: string }): Promise<void> {
  await coordinator.as.consent.recordConsent({
    childId,
    consentId: crypto.randomUUID(),
    step: "skriftligt_individuellt",
    guardianId,
    state: "given",
    decidedOn: today,
    validTo: null,
    paperLocation: "Pärm 4, skåpet på expeditionen",
  });
}

async function meetingOf(childId: string): Promise<string> {
  const meetingId = crypto.randomUUID();
  const { teamId } = await coordinator.as.barnteam.formIndividualTeam({
    childId,
    teamId: crypto.randomUUID(),
    members: [],
  });
  await coordinator.as.barnteam.createMeeting({
    meetingId,
    teamId,
    heldOn: addDays(today, 7),
    startsAt: "09:00",
    place: null,
  });
  return meetingId;
}

describe("a follow-up without change", () => {
  it("is compared with the compass before and raised once per area", async () => {
    const { childId, compassId } = await stagnantChild();
    const chart = await openChart(childId);
    expect(chart.series).toHaveLength(8);
    expect(chart.series.every(({ comparisons }) => comparisons[0]?.label === "unchanged")).toBe(true);
    expect(chart.signals).toHaveLength(8);
    expect(
      chart.signals.every((signal) => signal.compassId === compassId && signal.life.state === "new"),
    ).toBe(true);
  });

  it("is drawn small in the work list: the two latest compasses of whoever speaks for the child", async () => {
    const { childId } = await stagnantChild();
    const { children } = await coordinator.as.people.listCaseload();
    const glyph = children.find(({ id }) => id === childId)?.glyph;
    expect(glyph?.rater).toBe("barn");
    expect(glyph?.current.assessedOn).toBe(addDays(today, -1));
    expect(glyph?.previous?.assessedOn).toBe(addDays(today, -90));
    expect(glyph?.current.ratings.get("fritid")).toEqual({ kind: "single", answer: 2 });
  });

  it("stays with the responsible until a written consent covers the meeting", async () => {
    const child = await stagnantChild();
    const [signal] = (await openChart(child.childId)).signals;
    if (signal === undefined) throw new Error("nothing raised");
    await expect(meetingOf(child.childId)).rejects.toMatchObject({ message: "consent_missing" });
    await consentGiven(child);
    const meetingId = await meetingOf(child.childId);
    await coordinator.as.followUp.placeOnAgenda({
      childId: child.childId,
      signalId: signal.id,
      version: signal.version,
      meetingId,
    });
    const placed = (await openChart(child.childId)).signals.find(({ id }) => id === signal.id);
    expect(placed?.life).toMatchObject({ state: "on_agenda", meeting: { meetingId } });
  });

  it("is closed by a person, once, and a second person is told what was decided", async () => {
    const { childId } = await stagnantChild();
    const [signal] = (await openChart(childId)).signals;
    if (signal === undefined) throw new Error("nothing raised");
    const decision = {
      childId,
      signalId: signal.id,
      version: signal.version,
      decision: "action" as const,
      text: "Extra stöd",
    };
    await coordinator.as.followUp.decideSignal(decision);
    await expect(coordinator.as.followUp.decideSignal({ ...decision, text: "Annat" })).rejects.toMatchObject({
      message: "closed",
    });
  });

  it("is superseded when a person answers that no thoughts remain, and raised again when they do", async () => {
    const { childId, compassId } = await stagnantChild();
    const answer = async (version: number, concern: boolean) =>
      coordinator.as.followUp.recordConversation({
        childId,
        compassId,
        version,
        heldOn: today,
        whatHasChanged: "Lugnare morgnar",
        howItFeels: "",
        pictureMatches: true,
        pictureComment: "",
        whatNext: "",
        thoughts: [{ area: "fritid", concern, target: null, workOn: false }],
        nextFollowUpOn: addDays(today, 84),
      });
    const fritid = async () =>
      (await openChart(childId)).signals.find(({ area }) => area === "fritid")?.life.state;
    await answer(0, false);
    expect(await fritid()).toBe("superseded");
    await answer(1, true);
    expect(await fritid()).toBe("new");
    await expect(answer(1, false)).rejects.toMatchObject({ message: "conflict" });
  });
});

describe("an uninfluenced follow-up", () => {
  it("holds back every earlier score from its author until it is handed in", async () => {
    const { childId } = await stagnantChild();
    const draftId = await fillDraft(coordinator.as, childId, 4, today);
    const withheld = await coordinator.as.behovskompass.getChart({ childId });
    expect(withheld.kind).toBe("withheld");
    expect(JSON.stringify(withheld)).not.toMatch(/score|sum|answers|label/);
    const caseload = await coordinator.as.people.listCaseload();
    expect(caseload.children.find(({ id }) => id === childId)).toMatchObject({
      glyph: null,
      openDraftId: draftId,
    });
  });

  it("opens on purpose with a reason, and the compass says so", async () => {
    const { childId } = await registerChildOf(kommun, coordinator.as);
    await rateAll(coordinator.as, childId, 3, addDays(today, -60));
    const draftId = await fillDraft(coordinator.as, childId, 4, today);
    await coordinator.as.behovskompass.showAnyway({ childId, draftId, reason: "Barnet vill se sin förra" });
    expect((await coordinator.as.behovskompass.getChart({ childId })).kind).toBe("open");
    const { version } = await coordinator.as.behovskompass.getDraft({ childId, draftId });
    await coordinator.as.behovskompass.submitDraft({ childId, draftId, version });
    const chart = await openChart(childId);
    expect(chart.rounds.at(-1)?.assessments[0]?.uninfluenced).toBe(false);
  });

  it("is handed in once however often the button is pressed", async () => {
    const { childId } = await registerChildOf(kommun, coordinator.as);
    const draftId = await fillDraft(coordinator.as, childId, 4, today);
    const { version } = await coordinator.as.behovskompass.getDraft({ childId, draftId });
    const first = await coordinator.as.behovskompass.submitDraft({ childId, draftId, version });
    const second = await coordinator.as.behovskompass.submitDraft({ childId, draftId, version });
    expect(second).toEqual(first);
    expect((await openChart(childId)).rounds).toHaveLength(1);
  });

  it("is one a day for each rater: what is said later that day is a correction", async () => {
    const { childId } = await registerChildOf(kommun, coordinator.as);
    await rateAll(coordinator.as, childId, 3, today);
    await expect(fillDraft(coordinator.as, childId, 4, today)).rejects.toMatchObject({
      cause: { detail: { reason: "already_rated_that_day" } },
    });
  });

  it("shows the second of two windows what the first has saved", async () => {
    const { childId } = await registerChildOf(kommun, coordinator.as);
    const draftId = await fillDraft(coordinator.as, childId, 4, today);
    const stale = {
      childId,
      draftId,
      version: 1,
      content: { startingArea: null, areas: { fritid: { answers: { fritid: 1 as const }, comment: "" } } },
    };
    await expect(coordinator.as.behovskompass.saveDraft(stale)).rejects.toMatchObject({
      message: "conflict",
      cause: { detail: { version: 2 } },
    });
  });
});

describe("a child of somebody else", () => {
  it("is answered as one that does not exist", async () => {
    const { childId } = await stagnantChild();
    const stranger = await kommun.person("Främlingen", "stodsamordnare");
    const refused = stranger.as.behovskompass.getChart({ childId });
    const unknown = stranger.as.behovskompass.getChart({ childId: crypto.randomUUID() });
    await expect(refused).rejects.toMatchObject({ code: "NOT_FOUND", message: "not_found" });
    await expect(unknown).rejects.toMatchObject({ code: "NOT_FOUND", message: "not_found" });
  });

  it("writes every read to the child's own log", async () => {
    const { childId } = await stagnantChild();
    await openChart(childId);
    const log = await database.admin`
      select l.verb, a.actor_id from audit_child c join audit_log l on l.chain = c.alias
        join audit_actor a on a.alias::text = l.actor where c.child_id = ${childId} order by l.sequence`;
    expect(log.at(-1)).toMatchObject({ verb: "behovskompass.getChart", actor_id: coordinator.id });
  });
});
