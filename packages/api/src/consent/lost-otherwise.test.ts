import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { addDays, todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findKnown } from "../errors/index.ts";
import { registerChildOf } from "../testing/a-child.ts";
import { aKommun, type Caller, type TestKommun } from "../testing/a-kommun.ts";

let database: TestDatabase;
let kommun: TestKommun;
let coordinator: { id: string; as: Caller };
let member: { id: string; as: Caller };

const today = todayInSweden(new Date());
const step = "skriftligt_individuellt" as const;

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, "9165");
  coordinator = await kommun.person("Samordnaren", "stodsamordnare");
  member = await kommun.person("Kuratorn", "teammedlem");
});
afterAll(() => database.close());

/** A child in its own team, with a meeting to come and a joint form that a member has open. */
async function aChildInItsTeam(validTo: string | null = null) {
  const { childId, guardianId } = await registerChildOf(kommun, coordinator.as);
  await coordinator.as.consent.recordConsent({
    childId,
    consentId: crypto.randomUUID(),
    step,
    guardianId,
    state: "given",
    decidedOn: today,
    validTo,
    paperLocation: "Pärm 4",
  });
  const { teamId } = await coordinator.as.barnteam.formIndividualTeam({
    childId,
    teamId: crypto.randomUUID(),
    members: [{ personId: member.id, part: "kurator" }],
  });
  const meetingId = crypto.randomUUID();
  const meeting = { meetingId, teamId, heldOn: today, startsAt: null, place: null };
  await coordinator.as.barnteam.createMeeting(meeting);
  await member.as.behovskompass.openDraft({
    childId,
    draftId: crypto.randomUUID(),
    compassId: crypto.randomUUID(),
    rater: "barnteam",
    ageForm: null,
    assessedOn: today,
  });
  return { childId, guardianId, teamId, meetingId };
}

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => findKnown(error)?.code,
  );

async function openOf(childId: string): Promise<Record<string, unknown>> {
  const [row] = await database.admin`
    select (select count(*)::int from sharing where child_id = ${childId} and is_lasting and ended_on is null) as shares,
           (select count(*)::int from draft where child_id = ${childId}) as drafts,
           (select count(*)::int from meeting m join team t on t.id = m.team_id
             where t.child_id = ${childId} and m.state = 'planned') as meetings`;
  return { ...row, reads: (await refusalOf(member.as.people.getChild({ childId }))) === null };
}

const OPEN = { shares: 2, drafts: 1, meetings: 1, reads: true };
const CLOSED = { shares: 0, drafts: 0, meetings: 0, reads: false };

describe("what a consent has carried closes, in the same transaction, also when", () => {
  it("a guardian is added after the yes", async () => {
    const { childId } = await aChildInItsTeam();
    expect(await openOf(childId)).toEqual(OPEN);
    await coordinator.as.people.recordGuardian({
      childId,
      guardianId: crypto.randomUUID(),
      version: null,
      name: "Ero Vandral",
      relation: "pappa",
    });
    expect(await openOf(childId)).toEqual(CLOSED);
    const { closures } = await coordinator.as.consent.getConsents({ childId });
    expect(closures.map(({ kind }) => kind).toSorted()).toEqual([
      "draft",
      "meeting",
      "share",
      "share",
      "team",
    ]);
  });

  it("somebody decides that the child is asked, who has not said yes", async () => {
    const { childId } = await aChildInItsTeam();
    const decide = (isAsked: boolean) =>
      coordinator.as.consent.decideChildAsked({
        childId,
        decisionId: crypto.randomUUID(),
        step,
        isAsked,
        reason: "Förstår vad mötet är till för",
      });
    await decide(false);
    expect(await openOf(childId)).toEqual(OPEN);
    await decide(true);
    expect(await openOf(childId)).toEqual(CLOSED);
  });

  it("not when the child has said yes already", async () => {
    const { childId } = await aChildInItsTeam();
    await coordinator.as.consent.recordConsent({
      childId,
      consentId: crypto.randomUUID(),
      step,
      guardianId: null,
      state: "given",
      decidedOn: today,
      validTo: null,
      paperLocation: "Pärm 4",
    });
    await coordinator.as.consent.decideChildAsked({
      childId,
      decisionId: crypto.randomUUID(),
      step,
      isAsked: true,
      reason: "Förstår vad mötet är till för",
    });
    expect(await openOf(childId)).toEqual(OPEN);
  });
});

describe("a consent whose last day has passed", () => {
  const yesterday = addDays(today, -1);

  /** A day goes by: the yes was given and ran out before today. */
  async function letExpire(childId: string): Promise<void> {
    await database.admin`
      update consent set decided_on = ${yesterday}, valid_to = ${yesterday} where child_id = ${childId}`;
  }

  it("opens nothing that day, whether anything has been closed or not", async () => {
    const { childId, teamId } = await aChildInItsTeam(today);
    expect(await openOf(childId)).toEqual(OPEN);
    await letExpire(childId);
    expect((await openOf(childId)).reads).toBe(false);
    const meeting = { meetingId: crypto.randomUUID(), teamId, heldOn: today, startsAt: null, place: null };
    expect(await refusalOf(coordinator.as.barnteam.createMeeting(meeting))).toBe("consent_missing");
    const form = {
      childId,
      draftId: crypto.randomUUID(),
      compassId: crypto.randomUUID(),
      rater: "barnteam",
      ageForm: null,
      assessedOn: today,
    };
    expect(await refusalOf(coordinator.as.behovskompass.openDraft(form))).toBe("consent_missing");
  });

  it("has what it carried closed by the job of the day, once; a meeting that has been is left to be told of", async () => {
    const { childId, meetingId } = await aChildInItsTeam(today);
    const other = await aChildInItsTeam();
    await letExpire(childId);
    await database.admin`update meeting set held_on = ${yesterday} where id = ${meetingId}`;
    const closePassed = () =>
      database.job.transaction(
        { type: "system", kommunCode: kommun.kommunCode, job: "close-passed" },
        ({ sql }) => sql`select kompass.close_passed()`,
      );
    await closePassed();
    expect(await openOf(childId)).toEqual({ ...CLOSED, meetings: 1 });
    expect(await openOf(other.childId)).toEqual(OPEN);
    const closures = async () => (await coordinator.as.consent.getConsents({ childId })).closures;
    const closed = await closures();
    expect(closed.map(({ kind }) => kind).toSorted()).toEqual(["draft", "share", "share", "team"]);
    await closePassed();
    expect(await closures()).toEqual(closed);
  });
});
