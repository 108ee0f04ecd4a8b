import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { addDays, todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findKnown } from "../errors/index.ts";
import { giveConsent, rateAll, registerChildOf } from "../testing/a-child.ts";
import { aKommun, type Caller, type TestKommun } from "../testing/a-kommun.ts";

let database: TestDatabase;
let kommun: TestKommun;
let coordinator: { id: string; as: Caller };
let counsellor: { id: string; as: Caller };
let talker: { id: string; as: Caller };
const today = todayInSweden(new Date());

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, "9116");
  coordinator = await kommun.person("Samordnaren", "stodsamordnare");
  counsellor = await kommun.person("Kuratorn", "teammedlem");
  talker = await kommun.person("Samtalaren");
});
afterAll(() => database.close());

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => undefined,
    (error: unknown) => findKnown(error),
  );

interface Closed {
  readonly childId: string;
  readonly teamId: string;
  readonly standingMeetingId: string;
  readonly signalId: string;
}

/** A child with a team, a samtalsledare and something raised, whose follow-up has ended. */
async function aClosedChild(): Promise<Closed> {
  const { admin } = database;
  const { people, barnteam } = coordinator.as;
  const { childId, guardianId } = await registerChildOf(kommun, coordinator.as);
  await giveConsent(coordinator.as, childId, guardianId);
  await admin`
    insert into consent (kommun_code, id, child_id, guardian_id, step, state, decided_on, recorded_by)
    values (${kommun.kommunCode}, gen_random_uuid(), ${childId}, ${guardianId}, 'skriftligt_individuellt', 'given',
            ${today}, ${coordinator.id})`;
  const teamId = crypto.randomUUID();
  const members = [{ personId: counsellor.id, part: "kurator" }];
  await barnteam.formIndividualTeam({ childId, teamId, members });
  const relationId = crypto.randomUUID();
  await people.appoint({ childId, kind: "samtalsledare", relationId, personId: talker.id });
  await rateAll(coordinator.as, childId, 2, addDays(today, -90));
  await rateAll(coordinator.as, childId, 2, addDays(today, -1));
  const [raised] = await admin`select id from signal where child_id = ${childId} limit 1`;
  const [standing, standingMeetingId] = [crypto.randomUUID(), crypto.randomUUID()];
  await admin`
    insert into team (kommun_code, id, kind, name, age_group)
    values (${kommun.kommunCode}, ${standing}, 'barnteam', 'Barnteam', '7-12')`;
  await admin`
    insert into team_member (kommun_code, team_id, person_id, part, valid_from)
    values (${kommun.kommunCode}, ${standing}, ${coordinator.id}, 'samordnare', ${today})`;
  await admin`
    insert into meeting (kommun_code, id, team_id, held_on)
    values (${kommun.kommunCode}, ${standingMeetingId}, ${standing}, ${addDays(today, 7)})`;
  const { version } = await people.getChild({ childId });
  await people.closeChild({ childId, closingId: crypto.randomUUID(), reason: "behov_uppfyllt", version });
  return { childId, teamId, standingMeetingId, signalId: String(raised?.id) };
}

const rowsSeen = (personId: string, childId: string) =>
  database.app.transaction(
    { type: "person", kommunCode: kommun.kommunCode, personId },
    async ({ sql }) => (await sql`select 1 from child where id = ${childId}`).length,
  );

describe("a child whose follow-up has ended", () => {
  it("is closed to its team and to whoever led talks, stays open to the responsible, and opens again", async () => {
    const { childId } = await aClosedChild();
    for (const { as, id } of [counsellor, talker]) {
      expect(await refusalOf(as.people.getChild({ childId }))).toMatchObject({ code: "not_found" });
      expect(await rowsSeen(id, childId)).toBe(0);
    }
    const { version } = await coordinator.as.people.getChild({ childId });
    await coordinator.as.people.reopenChild({ childId, version });
    for (const { as, id } of [counsellor, talker]) {
      expect(await as.people.getChild({ childId })).toMatchObject({ id: childId });
      expect(await rowsSeen(id, childId)).toBe(1);
    }
  });

  it("gets nobody new, no meeting, no form and no share before it is followed again", async () => {
    const { childId, teamId, standingMeetingId, signalId } = await aClosedChild();
    const { people, barnteam, behovskompass, followUp, sharing } = coordinator.as;
    const other = await kommun.person("Kollegan", "stodsamordnare");
    const id = () => crypto.randomUUID();
    const attempts: Record<string, () => Promise<unknown>> = {
      appoint: () => people.appoint({ childId, kind: "samtalsledare", relationId: id(), personId: other.id }),
      addTeamMember: () => barnteam.addTeamMember({ childId, personId: other.id, part: "lärare" }),
      formIndividualTeam: () => barnteam.formIndividualTeam({ childId, teamId: id(), members: [] }),
      createMeeting: () =>
        barnteam.createMeeting({
          meetingId: id(),
          teamId,
          heldOn: addDays(today, 9),
          startsAt: null,
          place: null,
        }),
      openDraft: () =>
        behovskompass.openDraft({
          childId,
          draftId: id(),
          compassId: id(),
          rater: "barnteam",
          ageForm: null,
          assessedOn: today,
        }),
      placeOnAgenda: () =>
        followUp.placeOnAgenda({ childId, signalId, version: 1, meetingId: standingMeetingId }),
      recordShare: () =>
        sharing.recordShare({
          childId,
          sharingId: id(),
          sharedOn: today,
          areas: ["fritid"],
          fields: [],
          toUnitIds: [kommun.unitId],
          toOther: null,
          necessary: "Behövs för stödet",
          relevant: "Rör fritiden",
          proportionate: "Bara ett område",
          ground: "other",
          groundStep: null,
          groundText: "Familjen bad om det",
        }),
    };
    for (const [name, attempt] of Object.entries(attempts)) {
      expect(await refusalOf(attempt()), name).toMatchObject({
        code: "closed",
        detail: { reason: "child_closed" },
      });
    }
    const { version } = await people.getChild({ childId });
    await people.reopenChild({ childId, version });
    for (const [name, attempt] of Object.entries(attempts)) {
      if (name === "placeOnAgenda") continue;
      expect(await refusalOf(attempt()), name).toBeUndefined();
    }
  });

  it("is refused by the database too", async () => {
    const { childId, teamId, standingMeetingId } = await aClosedChild();
    const { kommunCode } = kommun;
    const asResponsible = (work: Parameters<typeof database.app.transaction>[1]) =>
      database.app.transaction({ type: "person", kommunCode, personId: coordinator.id }, work);
    const me = coordinator.id;
    const other = (await kommun.person("Kollegan", "stodsamordnare")).id;
    const works: Parameters<typeof database.app.transaction>[1][] = [
      ({ sql }) => sql`
        insert into child_relation (kommun_code, id, child_id, person_id, kind, valid_from)
        values (${kommunCode}, gen_random_uuid(), ${childId}, ${other}, 'samtalsledare', ${today})`,
      ({ sql }) => sql`
        insert into team_member (kommun_code, team_id, person_id, part, valid_from)
        values (${kommunCode}, ${teamId}, ${other}, 'lärare', ${today})`,
      ({ sql }) => sql`
        insert into meeting (kommun_code, id, team_id, held_on)
        values (${kommunCode}, gen_random_uuid(), ${teamId}, ${addDays(today, 3)})`,
      ({ sql }) => sql`
        insert into team (kommun_code, id, kind, name, child_id)
        values (${kommunCode}, gen_random_uuid(), 'individuellt_barnteam', 'Team', ${childId})`,
      ({ sql }) => sql`
        insert into agenda_item (kommun_code, meeting_id, child_id, kind, added_by)
        values (${kommunCode}, ${standingMeetingId}, ${childId}, 'back_reporting', ${me})`,
      ({ sql }) => sql`
        insert into draft (kommun_code, id, child_id, compass_id, rater, version_number, assessed_on, author_id, content)
        select ${kommunCode}, gen_random_uuid(), ${childId}, c.id, 'barnteam', 1, ${today}, ${me}, '{}'
          from compass c where c.child_id = ${childId} limit 1`,
      ({ sql }) => sql`
        insert into sharing (kommun_code, id, child_id, shared_on, way, areas, fields, from_person_id, to_person_ids,
                             to_unit_ids, to_other, necessary, relevant, proportionate, ground, is_lasting, recorded_by)
        values (${kommunCode}, gen_random_uuid(), ${childId}, ${today}, 'said', '{omsorg}', '{}', ${me}, '{}', '{}',
                'Någon', 'a', 'b', 'c', 'own_work', false, ${me})`,
    ];
    for (const [index, work] of works.entries()) {
      await expect(asResponsible(work), String(index)).rejects.toMatchObject({ code: "KP070" });
    }
  });
});
