import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { AREAS } from "@kompassen/domain/behovskompass";
import { addDays, type LocalDate, todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rateAll, registerChildOf } from "../testing/a-child.ts";
import { aKommun, type Caller, type TestKommun } from "../testing/a-kommun.ts";
import { recordOverdueFollowUps } from "./index.ts";

const today = todayInSweden(new Date());
const KOMMUN = "9107";

let database: TestDatabase;
let kommun: TestKommun;
let coordinator: { id: string; as: Caller };

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, KOMMUN);
  coordinator = await kommun.person("Samordnaren", "stodsamordnare");
});
afterAll(() => database.close());

interface StoredStep {
  readonly kind: string;
  readonly detail: string | null;
  readonly unit_id: string | null;
  readonly age_group: string;
  readonly registered_on: string;
  readonly occurred_on: string;
}

async function stepsOf(childId: string): Promise<StoredStep[]> {
  return await database.admin<StoredStep[]>`
    select kind, detail, unit_id, age_group, registered_on::text, occurred_on::text from process_step
     where child_id = ${childId} order by registered_on, occurred_on, kind`;
}

const kindsOf = async (childId: string) => (await stepsOf(childId)).map(({ kind }) => kind);

async function handIn(childId: string, compassId: string, rater: string, value: 2 | 4, assessedOn: string) {
  const { as } = coordinator;
  const { draftId } = await as.behovskompass.openDraft({
    childId,
    draftId: crypto.randomUUID(),
    compassId,
    rater,
    ageForm: "6-12",
    assessedOn,
  });
  const areas = Object.fromEntries(AREAS.map((area) => [area, { answers: { [area]: value }, comment: "" }]));
  const saved = await as.behovskompass.saveDraft({
    childId,
    draftId,
    version: 1,
    content: { startingArea: null, areas },
  });
  return as.behovskompass.submitDraft({ childId, draftId, version: saved.version });
}

describe("handing in", () => {
  it("is one step a round, however many raters it has, where the child was on the day", async () => {
    const { childId } = await registerChildOf(kommun, coordinator.as);
    const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
    await handIn(childId, first, "barn", 4, addDays(today, -100));
    await handIn(childId, first, "vardnadshavare:1", 4, addDays(today, -98));
    await handIn(childId, second, "barn", 4, addDays(today, -2));
    await handIn(childId, second, "vardnadshavare:1", 4, addDays(today, -1));
    const at = { detail: null, unit_id: kommun.unitId, age_group: "7-12", registered_on: today };
    expect(await stepsOf(childId)).toEqual([
      { ...at, kind: "behovskompass", occurred_on: addDays(today, -100) },
      { ...at, kind: "uppfoljning", occurred_on: addDays(today, -2) },
    ]);
  });

  it("is the first compass also when an earlier round was opened and thrown away", async () => {
    const { childId } = await registerChildOf(kommun, coordinator.as);
    const { draftId } = await coordinator.as.behovskompass.openDraft({
      childId,
      draftId: crypto.randomUUID(),
      compassId: crypto.randomUUID(),
      rater: "barn",
      ageForm: "6-12",
      assessedOn: addDays(today, -3),
    });
    await coordinator.as.behovskompass.discardDraft({ childId, draftId });
    await rateAll(coordinator.as, childId, 4, today);
    expect(await kindsOf(childId)).toEqual(["behovskompass"]);
  });

  it("is a follow-up also while the caller has another form open for the child", async () => {
    const { childId } = await registerChildOf(kommun, coordinator.as);
    await rateAll(coordinator.as, childId, 4, addDays(today, -90));
    const compassId = crypto.randomUUID();
    await coordinator.as.behovskompass.openDraft({
      childId,
      draftId: crypto.randomUUID(),
      compassId,
      rater: "vardnadshavare:1",
      ageForm: null,
      assessedOn: today,
    });
    await handIn(childId, compassId, "barn", 4, today);
    expect(await kindsOf(childId)).toEqual(["behovskompass", "uppfoljning"]);
  });

  it("names no unit for a child with protected identity", async () => {
    const { childId } = await registerChildOf(kommun, coordinator.as);
    await database.admin`update child set protected_identity = 'sekretessmarkering' where id = ${childId}`;
    await rateAll(coordinator.as, childId, 4, today);
    expect(await stepsOf(childId)).toMatchObject([
      { kind: "behovskompass", unit_id: null, age_group: "7-12" },
    ]);
  });

  it("is no new step when it is corrected", async () => {
    const { childId } = await registerChildOf(kommun, coordinator.as);
    const { assessmentId } = await handIn(childId, crypto.randomUUID(), "barn", 4, today);
    await coordinator.as.behovskompass.correctAssessment({
      childId,
      assessmentId,
      revisionId: crypto.randomUUID(),
      reason: "Fel rad på pappret",
      content: { startingArea: null, areas: { fritid: { answers: { fritid: 3 }, comment: "" } } },
    });
    expect(await kindsOf(childId)).toEqual(["behovskompass"]);
  });
});

describe("what is raised", () => {
  it("is a step for each area, and another when somebody decides", async () => {
    const { childId } = await registerChildOf(kommun, coordinator.as);
    await rateAll(coordinator.as, childId, 2, addDays(today, -90));
    await rateAll(coordinator.as, childId, 2, addDays(today, -1));
    const raised = (await kindsOf(childId)).filter((kind) => kind === "signal_raised");
    expect(raised).toHaveLength(AREAS.length);
    const chart = await coordinator.as.behovskompass.getChart({ childId });
    const [signal] = chart.kind === "open" ? chart.signals : [];
    if (signal === undefined) throw new Error("nothing is raised");
    const decision = { childId, signalId: signal.id, version: signal.version, text: "Vi väntar till våren." };
    await coordinator.as.followUp.decideSignal({ ...decision, decision: "no_action" });
    const decided = (await stepsOf(childId)).filter(({ kind }) => kind === "signal_decided");
    expect(decided).toMatchObject([{ registered_on: today, occurred_on: today, unit_id: kommun.unitId }]);
  });
});

describe("a step that tells of earlier scores", () => {
  it("is closed to whoever fills in an uninfluenced follow-up", async () => {
    const { childId } = await registerChildOf(kommun, coordinator.as);
    await rateAll(coordinator.as, childId, 2, addDays(today, -90));
    await rateAll(coordinator.as, childId, 2, addDays(today, -1));
    const actor = { type: "person", kommunCode: KOMMUN, personId: coordinator.id } as const;
    const seen = async () => {
      const rows = await database.app.transaction(
        actor,
        ({ sql }) =>
          sql<
            { kind: string }[]
          >`select distinct kind from process_step where child_id = ${childId} order by 1`,
      );
      return rows.map(({ kind }) => kind);
    };
    expect(await seen()).toEqual(["behovskompass", "signal_raised", "uppfoljning"]);
    await coordinator.as.behovskompass.openDraft({
      childId,
      draftId: crypto.randomUUID(),
      compassId: crypto.randomUUID(),
      rater: "barn",
      ageForm: "6-12",
      assessedOn: today,
    });
    expect(await seen()).toEqual(["behovskompass", "uppfoljning"]);
  });
});

describe("a meeting", () => {
  async function meetingWith(childId: string, guardianId: string): Promise<string> {
    await rateAll(coordinator.as, childId, 2, addDays(today, -90));
    await rateAll(coordinator.as, childId, 2, addDays(today, -1));
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
    await coordinator.as.barnteam.createMeeting({
      meetingId,
      teamId,
      heldOn: today,
      startsAt: null,
      place: null,
    });
    const chart = await coordinator.as.behovskompass.getChart({ childId });
    for (const { id, version } of chart.kind === "open" ? chart.signals.slice(0, 2) : []) {
      await coordinator.as.followUp.placeOnAgenda({ childId, signalId: id, version, meetingId });
    }
    return meetingId;
  }
  const teamSteps = async (childId: string) =>
    (await stepsOf(childId)).filter(({ kind }) => kind === "individuellt_barnteam");

  it("is one step for a child on its agenda once it has been held, not before and not again", async () => {
    const { childId, guardianId } = await registerChildOf(kommun, coordinator.as);
    const meetingId = await meetingWith(childId, guardianId);
    expect(await teamSteps(childId)).toEqual([]);
    await coordinator.as.barnteam.closeMeeting({ meetingId, version: 1, state: "held" });
    const again = coordinator.as.barnteam.closeMeeting({ meetingId, version: 1, state: "held" });
    await expect(again).rejects.toMatchObject({ message: "conflict" });
    const late = coordinator.as.barnteam.closeMeeting({ meetingId, version: 2, state: "held" });
    await expect(late).rejects.toMatchObject({ message: "conflict" });
    expect(await teamSteps(childId)).toMatchObject([
      { registered_on: today, occurred_on: today, detail: null },
    ]);
    const [logged] = await database.admin`
      select array[c.child_id] as children, l.fields from audit_child c
        join audit_log l on l.child_aliases = array[c.alias]
       where l.verb = 'barnteam.closeMeeting' and c.child_id = ${childId}`;
    expect(logged).toMatchObject({ children: [childId], fields: ["meeting", "signal", "process_step"] });
  });

  it("is none when it is called off", async () => {
    const { childId, guardianId } = await registerChildOf(kommun, coordinator.as);
    const meetingId = await meetingWith(childId, guardianId);
    await coordinator.as.barnteam.closeMeeting({ meetingId, version: 1, state: "cancelled" });
    expect(await teamSteps(childId)).toEqual([]);
  });
});

describe("closing", () => {
  it("is behov uppfyllt only when a person says so; other reasons stand as detail", async () => {
    const [met, moved] = [
      await registerChildOf(kommun, coordinator.as),
      await registerChildOf(kommun, coordinator.as),
    ];
    const close = { closingId: crypto.randomUUID(), version: 1 };
    const closing = { ...close, childId: met.childId, reason: "behov_uppfyllt" } as const;
    await coordinator.as.people.closeChild(closing);
    expect(await coordinator.as.people.closeChild(closing)).toEqual({ version: 2 });
    await coordinator.as.people.closeChild({ ...close, childId: moved.childId, reason: "flytt" });
    expect(await stepsOf(met.childId)).toMatchObject([{ kind: "behov_uppfyllt", detail: null }]);
    expect(await stepsOf(moved.childId)).toMatchObject([{ kind: "avslutat_annat", detail: "flytt" }]);
    const later = coordinator.as.people.closeChild({ ...closing, reason: "annat" });
    await expect(later).rejects.toMatchObject({ message: "conflict" });
  });
});

describe("a planned follow-up day", () => {
  const job = { type: "system", kommunCode: KOMMUN, job: "reminders" } as const;
  const run = (upTo: LocalDate) => database.job.transaction(job, (tx) => recordOverdueFollowUps(tx, upTo));
  async function planned(day: LocalDate): Promise<string> {
    const { childId } = await registerChildOf(kommun, coordinator.as);
    await coordinator.as.people.planFollowUp({ childId, nextFollowUpOn: day, version: 1 });
    return childId;
  }

  it("that passes without one is a step the day after, once", async () => {
    const day = addDays(today, -3);
    const childId = await planned(day);
    expect(await run(day)).toBe(0);
    expect(await run(addDays(day, 1))).toBe(1);
    expect(await run(today)).toBe(0);
    const after = addDays(day, 1);
    expect(await stepsOf(childId)).toMatchObject([
      { kind: "uppfoljning_forsenad", registered_on: after, occurred_on: after, unit_id: kommun.unitId },
    ]);
  });

  it("that has its follow-up, a little early, has not passed", async () => {
    const childId = await planned(addDays(today, -3));
    await rateAll(coordinator.as, childId, 4, addDays(today, -10));
    await run(today);
    expect(await kindsOf(childId)).toEqual(["behovskompass"]);
  });

  it("that passed is not forgotten when the day is planned anew or the follow-up ends", async () => {
    const again = await planned(addDays(today, -3));
    await coordinator.as.people.planFollowUp({
      childId: again,
      nextFollowUpOn: addDays(today, 30),
      version: 2,
    });
    expect(await kindsOf(again)).toEqual(["uppfoljning_forsenad"]);
    const ended = await planned(addDays(today, -3));
    await coordinator.as.people.closeChild({
      childId: ended,
      closingId: crypto.randomUUID(),
      reason: "flytt",
      version: 2,
    });
    expect((await kindsOf(ended)).toSorted()).toEqual(["avslutat_annat", "uppfoljning_forsenad"]);
  });

  it("of a child no longer followed is nobody's", async () => {
    const childId = await planned(addDays(today, 30));
    await coordinator.as.people.closeChild({
      childId,
      closingId: crypto.randomUUID(),
      reason: "flytt",
      version: 2,
    });
    await database.admin`update child set next_follow_up_on = ${addDays(today, -2)} where id = ${childId}`;
    await run(today);
    expect(await kindsOf(childId)).toEqual(["avslutat_annat"]);
  });
});
