import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { AREAS } from "@kompassen/domain/behovskompass";
import { addDays, todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findKnown } from "../errors/index.ts";
import { rateAll, registerChildOf } from "../testing/a-child.ts";
import { aGuardian } from "../testing/a-guardian.ts";
import { aKommun, type Caller, type TestKommun } from "../testing/a-kommun.ts";

let database: TestDatabase;
let kommun: TestKommun;
let coordinator: { id: string; as: Caller };
let member: { id: string; as: Caller; atOpenScreen: Caller };

const today = todayInSweden(new Date());

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, "9162");
  coordinator = await kommun.person("Samordnaren", "stodsamordnare");
  member = await kommun.person("Kuratorn", "teammedlem");
});
afterAll(() => database.close());

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => undefined,
    (error: unknown) => findKnown(error),
  );

const aYes = (childId: string, guardianId: string | null) => ({
  childId,
  consentId: crypto.randomUUID(),
  step: "skriftligt_individuellt" as const,
  guardianId,
  state: "given" as const,
  decidedOn: today,
  validTo: null,
  paperLocation: "Pärm 4",
});

const aWithdrawal = (childId: string, guardianId: string | null) => ({
  childId,
  guardianId,
  steps: [{ step: "skriftligt_individuellt" as const, consentId: crypto.randomUUID() }],
  decidedOn: today,
  way: "phone" as const,
});

/** A child with a team, a meeting next week with something raised on its agenda, and a member's open form. */
async function aChildInItsTeam() {
  const { childId, guardianId } = await registerChildOf(kommun, coordinator.as);
  await coordinator.as.consent.recordConsent(aYes(childId, guardianId));
  await rateAll(coordinator.as, childId, 2, addDays(today, -90));
  await rateAll(coordinator.as, childId, 2, addDays(today, -1));
  const { teamId } = await coordinator.as.barnteam.formIndividualTeam({
    childId,
    teamId: crypto.randomUUID(),
    members: [{ personId: member.id, part: "kurator" }],
  });
  const meetingId = crypto.randomUUID();
  await coordinator.as.barnteam.createMeeting({
    meetingId,
    teamId,
    heldOn: addDays(today, 7),
    startsAt: null,
    place: null,
  });
  const chart = await coordinator.as.behovskompass.getChart({ childId });
  const signal = chart.kind === "open" ? chart.signals[0] : undefined;
  if (signal === undefined) throw new Error("nothing is raised");
  await coordinator.as.followUp.placeOnAgenda({
    childId,
    signalId: signal.id,
    version: signal.version,
    meetingId,
  });
  await member.as.behovskompass.openDraft({
    childId,
    draftId: crypto.randomUUID(),
    compassId: crypto.randomUUID(),
    rater: "barnteam",
    ageForm: null,
    assessedOn: today,
  });
  return { childId, guardianId, teamId, meetingId, signalId: signal.id };
}

/** All rows that a withdrawal may touch, as text. */
async function stateOf(childId: string): Promise<string[]> {
  const tables = ["consent", "consent_closure", "agenda_item", "signal", "draft", "sharing"];
  const states = tables.map(
    (table) =>
      database.admin`select ${table} as name, t::text from ${database.admin(table)} t where child_id = ${childId} order by 2`,
  );
  const meetings = database.admin`
    select m::text from meeting m join team t on t.id = m.team_id where t.child_id = ${childId} order by 1`;
  return [...(await Promise.all(states)), await meetings].map((rows) => JSON.stringify(rows));
}

describe("a parent who calls and withdraws", () => {
  it("is one step, and all that hung on the yes is closed when the step is done, and told of", async () => {
    const { childId, guardianId, meetingId, signalId } = await aChildInItsTeam();
    const { closed } = await coordinator.as.consent.withdrawConsent(aWithdrawal(childId, guardianId));
    expect(closed.map(({ kind }) => kind).toSorted()).toEqual([
      "agenda",
      "draft",
      "meeting",
      "share",
      "share",
      "signal",
      "team",
    ]);
    expect(closed.find(({ kind }) => kind === "team")).toMatchObject({ people: 1 });
    expect(closed.find(({ kind }) => kind === "agenda")).toMatchObject({
      onDay: addDays(today, 7),
      people: 1,
      teamKind: "individuellt_barnteam",
    });
    const { admin } = database;
    expect((await admin`select 1 from agenda_item where child_id = ${childId}`).length).toBe(0);
    expect((await admin`select 1 from draft where child_id = ${childId}`).length).toBe(0);
    expect([...(await admin`select state from meeting where id = ${meetingId}`)]).toEqual([
      { state: "cancelled" },
    ]);
    expect([...(await admin`select state, meeting_id from signal where id = ${signalId}`)]).toEqual([
      { state: "seen", meeting_id: null },
    ]);
    const running = await admin`select 1 from sharing where child_id = ${childId} and ended_on is null`;
    expect(running.length).toBe(0);
    expect((await refusalOf(member.as.people.getChild({ childId })))?.code).toBe("not_found");
    expect(await coordinator.as.people.getChild({ childId })).toMatchObject({ coveredSteps: [] });
    expect((await coordinator.as.consent.getConsents({ childId })).closures).toEqual(closed);
  });

  it("said again closes nothing more, and sent twice is one record", async () => {
    const { childId, guardianId } = await aChildInItsTeam();
    const withdrawal = aWithdrawal(childId, guardianId);
    const first = await coordinator.as.consent.withdrawConsent(withdrawal);
    expect(await coordinator.as.consent.withdrawConsent(withdrawal)).toEqual(first);
    const again = await coordinator.as.consent.withdrawConsent(aWithdrawal(childId, guardianId));
    expect(again.closed).toEqual([]);
    const { entries } = await coordinator.as.consent.getConsents({ childId });
    expect(entries.map(({ state }) => state)).toEqual(["given", "withdrawn"]);
  });

  it("takes all of it back when one part fails", async () => {
    const { childId, guardianId } = await aChildInItsTeam();
    const before = await stateOf(childId);
    await database.admin.unsafe(`
      create function kompass.refuse_test() returns trigger language plpgsql as $$
      begin raise exception 'the disk is full'; end $$;
      create trigger refuse_test before update on sharing for each row execute function kompass.refuse_test();`);
    try {
      await expect(
        coordinator.as.consent.withdrawConsent(aWithdrawal(childId, guardianId)),
      ).rejects.toMatchObject({ code: "INTERNAL_SERVER_ERROR" });
      expect(await stateOf(childId)).toEqual(before);
    } finally {
      await database.admin.unsafe(
        "drop trigger refuse_test on sharing; drop function kompass.refuse_test();",
      );
    }
    expect(await member.as.people.getChild({ childId })).toMatchObject({ givenName: "Nilo" });
  });

  it("closes the same when the record comes past the api", async () => {
    const { childId, guardianId } = await aChildInItsTeam();
    await database.app.transaction(
      { type: "person", kommunCode: kommun.kommunCode, personId: coordinator.id },
      ({ sql }) => sql`
        insert into consent (kommun_code, id, child_id, guardian_id, step, state, decided_on, recorded_by)
        values (${kommun.kommunCode}, ${crypto.randomUUID()}, ${childId}, ${guardianId}, 'skriftligt_individuellt',
                'declined', ${today}, ${coordinator.id})`,
    );
    const { closures } = await coordinator.as.consent.getConsents({ childId });
    expect(closures.map(({ kind }) => kind)).toContain("meeting");
    expect((await refusalOf(member.as.people.getChild({ childId })))?.code).toBe("not_found");
  });

  it("leaves what another yes still carries", async () => {
    const { childId, guardianId } = await registerChildOf(kommun, coordinator.as);
    await coordinator.as.consent.recordConsent(aYes(childId, guardianId));
    const other = { ...aYes(childId, guardianId), step: "skriftligt_barnteam" as const };
    await coordinator.as.consent.recordConsent(other);
    const { teamId } = await coordinator.as.barnteam.formIndividualTeam({
      childId,
      teamId: crypto.randomUUID(),
      members: [{ personId: member.id, part: "kurator" }],
    });
    expect(teamId).toBeTruthy();
    const { closed } = await coordinator.as.consent.withdrawConsent({
      ...aWithdrawal(childId, guardianId),
      steps: [{ step: "skriftligt_barnteam", consentId: crypto.randomUUID() }],
    });
    expect(closed).toEqual([]);
    expect(await member.as.people.getChild({ childId })).toMatchObject({ givenName: "Nilo" });
  });
});

describe("a guardian at home", () => {
  it("withdraws by the own login in one step, and the team is closed out at once", async () => {
    const { childId, guardianId } = await aChildInItsTeam();
    const guardian = await aGuardian(database, kommun.kommunCode, guardianId);
    const consentId = crypto.randomUUID();
    const step = "skriftligt_individuellt" as const;
    const answer = await guardian.as.family.withdrawConsent({ childId, step, consentId });
    const meetingOn = addDays(today, 7);
    expect(answer.closed).toEqual([
      { kind: "agenda", onDay: meetingOn },
      { kind: "meeting", onDay: meetingOn },
    ]);
    expect((await refusalOf(member.as.people.getChild({ childId })))?.code).toBe("not_found");
    expect(await guardian.as.family.withdrawConsent({ childId, step, consentId })).toEqual(answer);
    const told = { id: consentId, childId, step, decidedOn: today };
    expect(await coordinator.as.consent.listTakenBack()).toMatchObject([told]);
    expect(await member.as.consent.listTakenBack()).toEqual([]);
    const other = { childId, step, consentId: crypto.randomUUID() };
    expect(await guardian.as.family.withdrawConsent(other)).toEqual({ closed: [] });
    const [own] = (await guardian.as.family.getConsents({ childId })).filter((one) => one.step === step);
    expect(own?.answers.map(({ state, way }) => [state, way])).toEqual([
      ["withdrawn", "online"],
      ["given", "in_person"],
    ]);
  });
});

describe("the gates", () => {
  it("let no team be formed, no meeting called, no joint form opened without the yes", async () => {
    const { childId, guardianId, teamId } = await aChildInItsTeam();
    await coordinator.as.consent.withdrawConsent(aWithdrawal(childId, guardianId));
    const meeting = {
      meetingId: crypto.randomUUID(),
      teamId,
      heldOn: addDays(today, 9),
      startsAt: null,
      place: null,
    };
    expect((await refusalOf(coordinator.as.barnteam.createMeeting(meeting)))?.code).toBe("consent_missing");
    const form = {
      childId,
      draftId: crypto.randomUUID(),
      compassId: crypto.randomUUID(),
      rater: "barnteam",
      ageForm: null,
      assessedOn: today,
    };
    expect((await refusalOf(coordinator.as.behovskompass.openDraft(form)))?.code).toBe("consent_missing");
  });

  it("let in only whom the yes reaches", async () => {
    const { childId, guardianId } = await registerChildOf(kommun, coordinator.as);
    const elsewhere = crypto.randomUUID();
    await database.admin`
      insert into unit (kommun_code, id, code, name, kind)
      values (${kommun.kommunCode}, ${elsewhere}, ${elsewhere}, 'BUP', 'bup')`;
    const outsider = await kommun.person("Psykologen", "teammedlem");
    await database.admin`update person set unit_id = ${elsewhere} where id = ${outsider.id}`;
    const line = { fromUnitId: kommun.unitId, toUnitId: elsewhere };
    const some = { ...aYes(childId, guardianId), scope: [{ ...line, areas: ["ma_bra" as const] }] };
    await coordinator.as.consent.recordConsent(some);
    const team = {
      childId,
      teamId: crypto.randomUUID(),
      members: [{ personId: outsider.id, part: "psykolog" }],
    };
    expect(await refusalOf(coordinator.as.barnteam.formIndividualTeam(team))).toMatchObject({
      code: "consent_missing",
      detail: { reason: "outside_scope" },
    });
    // The unit that tells is no more reached by that than the one that is told.
    const ofSender = { ...team, members: [{ personId: member.id, part: "kurator" }] };
    expect((await refusalOf(coordinator.as.barnteam.formIndividualTeam(ofSender)))?.detail).toMatchObject({
      reason: "outside_scope",
    });
    const said = {
      childId,
      sharedOn: today,
      fields: [],
      toUnitIds: [elsewhere],
      toOther: null,
      necessary: "behövs för stödet",
      relevant: "rör det som följs",
      proportionate: "inget mer än så",
      ground: "consent" as const,
      groundStep: "skriftligt_individuellt" as const,
      groundText: null,
    };
    const tell = (areas: ("ma_bra" | "omsorg")[]) =>
      coordinator.as.sharing.recordShare({ ...said, sharingId: crypto.randomUUID(), areas });
    await tell(["ma_bra"]);
    expect(await refusalOf(tell(["ma_bra", "omsorg"]))).toMatchObject({
      code: "consent_missing",
      detail: { reason: "outside_scope" },
    });
    const { shares } = await coordinator.as.sharing.listShares({ childId });
    expect(shares.map(({ way, told }) => [way, told.state])).toEqual([["said", "to_tell"]]);
  });
});

describe("a member of a team whose unit is named as the one that tells", () => {
  it("does not see the child by that; with a line to it of all areas the member does", async () => {
    const { childId, guardianId } = await registerChildOf(kommun, coordinator.as);
    await coordinator.as.consent.recordConsent(aYes(childId, guardianId));
    await coordinator.as.barnteam.formIndividualTeam({
      childId,
      teamId: crypto.randomUUID(),
      members: [{ personId: member.id, part: "kurator" }],
    });
    const police = crypto.randomUUID();
    await database.admin`
      insert into unit (kommun_code, id, code, name, kind)
      values (${kommun.kommunCode}, ${police}, ${police}, 'Polisen', 'polis')`;
    const [here, areas] = [kommun.unitId, [...AREAS]];
    const lines = async (...scope: { fromUnitId: string; toUnitId: string; areas: typeof areas }[]) => {
      await coordinator.as.consent.recordConsent({ ...aYes(childId, guardianId), scope });
      return (await refusalOf(member.as.behovskompass.getChart({ childId })))?.code;
    };
    expect(await lines()).toBeUndefined();
    expect(await lines({ fromUnitId: here, toUnitId: police, areas: ["omsorg"] })).toBe("not_found");
    expect(await lines({ fromUnitId: here, toUnitId: police, areas })).toBe("not_found");
    expect(await lines({ fromUnitId: police, toUnitId: here, areas: ["omsorg"] })).toBe("not_found");
    expect(await lines({ fromUnitId: police, toUnitId: here, areas })).toBeUndefined();
  });
});

describe("a page that leaves the product", () => {
  it("on paper or as a file is kept, for the responsible to see and not the member who took it", async () => {
    const { childId, guardianId } = await registerChildOf(kommun, coordinator.as);
    await coordinator.as.consent.recordConsent(aYes(childId, guardianId));
    await coordinator.as.barnteam.formIndividualTeam({
      childId,
      teamId: crypto.randomUUID(),
      members: [{ personId: member.id, part: "kurator" }],
    });
    await member.as.people.recordPrint({ childId });
    const left = member.atOpenScreen.behovskompass.getChartFile({ childId });
    expect((await refusalOf(left))?.code).toBe("step_up_needed");
    await member.as.behovskompass.getChartFile({ childId });
    const { shares } = await coordinator.as.sharing.listShares({ childId });
    expect(shares.filter(({ way }) => way === "printout").map(({ fromName }) => fromName)).toEqual([
      "Kuratorn Test",
      "Kuratorn Test",
    ]);
    expect((await refusalOf(member.as.sharing.listShares({ childId })))?.code).toBe("not_found");
  });
});

describe("a record", () => {
  it("is never changed, and one that was wrong is corrected by another with the reason", async () => {
    const { childId, guardianId } = await registerChildOf(kommun, coordinator.as);
    const wrong = aYes(childId, guardianId);
    await coordinator.as.consent.recordConsent(wrong);
    const change = database.app.transaction(
      { type: "person", kommunCode: kommun.kommunCode, personId: coordinator.id },
      ({ sql }) => sql`update consent set state = 'declined' where id = ${wrong.consentId}`,
    );
    await expect(change).rejects.toThrow(/permission denied/);
    const corrected = {
      ...wrong,
      consentId: crypto.randomUUID(),
      state: "asked" as const,
      paperLocation: null,
      corrects: { consentId: wrong.consentId, reason: "Skrevs på fel vårdnadshavare" },
    };
    await coordinator.as.consent.recordConsent(corrected);
    expect((await coordinator.as.people.getChild({ childId })).coveredSteps).toEqual([]);
    const again = { ...corrected, consentId: crypto.randomUUID() };
    expect((await refusalOf(coordinator.as.consent.recordConsent(again)))?.code).toBe("invalid");
  });

  it("of the child's own decides when somebody has decided to ask it, with the reason kept", async () => {
    const { childId, guardianId } = await registerChildOf(kommun, coordinator.as);
    await coordinator.as.consent.recordConsent(aYes(childId, guardianId));
    const steps = async () => (await coordinator.as.people.getChild({ childId })).coveredSteps;
    expect(await steps()).toEqual(["skriftligt_individuellt"]);
    await coordinator.as.consent.decideChildAsked({
      childId,
      decisionId: crypto.randomUUID(),
      step: "skriftligt_individuellt",
      isAsked: true,
      reason: "Förstår vad mötet är till för",
    });
    expect(await steps()).toEqual([]);
    await coordinator.as.consent.recordConsent(aYes(childId, null));
    expect(await steps()).toEqual(["skriftligt_individuellt"]);
    await coordinator.as.consent.withdrawConsent(aWithdrawal(childId, null));
    expect(await steps()).toEqual([]);
  });
});
