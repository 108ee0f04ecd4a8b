import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { addDays, todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findKnown } from "../errors/index.ts";
import { giveConsent, registerChildOf } from "../testing/a-child.ts";
import { aKommun, type Caller, type TestKommun } from "../testing/a-kommun.ts";

let database: TestDatabase;
let kommun: TestKommun;
let coordinator: { id: string; as: Caller };
let administrator: { id: string; as: Caller; atOpenScreen: Caller };
let childId: string;
let guardianId: string;
const today = todayInSweden(new Date());

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, "9117");
  coordinator = await kommun.person("Samordnaren", "stodsamordnare");
  administrator = await kommun.person("Systemförvaltaren", "administrator");
});
afterAll(() => database.close());

beforeEach(async () => {
  ({ childId, guardianId } = await registerChildOf(kommun, coordinator.as));
});

/** Who was named in each share of the child, in the order they came. */
const sharedWith = async () => {
  const rows = await database.admin<{ way: string; to_person_ids: string[] }[]>`
    select way, to_person_ids from sharing where child_id = ${childId} order by recorded_at, to_person_ids`;
  return rows.map(({ way, to_person_ids }) => [way, ...to_person_ids]);
};

async function consentToOwnTeam() {
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
}

describe("a team around the child", () => {
  it("is one share when it is formed, and one more for each who comes in or comes back", async () => {
    await consentToOwnTeam();
    const first = await kommun.person("Kuratorn");
    const second = await kommun.person("Läraren");
    const { barnteam } = coordinator.as;
    const members = [{ personId: first.id, part: "kurator" }];
    await barnteam.formIndividualTeam({ childId, teamId: crypto.randomUUID(), members });
    expect(await sharedWith()).toEqual([["individual_team", first.id]]);
    const add = () => barnteam.addTeamMember({ childId, personId: second.id, part: "lärare" });
    await add();
    await add();
    expect(await second.as.people.getChild({ childId })).toMatchObject({ id: childId });
    expect((await sharedWith()).slice(1)).toEqual([["individual_team", second.id]]);
    await barnteam.endTeamMember({ childId, personId: second.id });
    expect(await sharedWith()).toHaveLength(2);
    await add();
    expect((await sharedWith()).slice(2)).toEqual([["individual_team", second.id]]);
  });
});

describe("a seat in a standing team", () => {
  async function aTeamWithTheChild(): Promise<{ teamId: string; meetingId: string }> {
    const { admin } = database;
    const { kommunCode } = kommun;
    await giveConsent(coordinator.as, childId, guardianId);
    const [teamId, meetingId] = [crypto.randomUUID(), crypto.randomUUID()];
    await admin`
      insert into team (kommun_code, id, kind, name, age_group)
      values (${kommunCode}, ${teamId}, 'barnteam', 'Barnteam', '7-12')`;
    await admin`
      insert into team_member (kommun_code, team_id, person_id, part, valid_from)
      values (${kommunCode}, ${teamId}, ${coordinator.id}, 'samordnare', ${today})`;
    await admin`
      insert into meeting (kommun_code, id, team_id, held_on)
      values (${kommunCode}, ${meetingId}, ${teamId}, ${addDays(today, 7)})`;
    const actor = { type: "person", kommunCode, personId: coordinator.id } as const;
    await database.app.transaction(
      actor,
      ({ sql }) => sql`
        insert into agenda_item (kommun_code, meeting_id, child_id, kind, added_by)
        values (${kommunCode}, ${meetingId}, ${childId}, 'back_reporting', ${coordinator.id})`,
    );
    return { teamId, meetingId };
  }

  const seat = (as: Caller, teamId: string, personId: string, validFrom = today) =>
    as.administration.seatMember({
      teamId,
      personId,
      part: "gäst",
      isConvenor: false,
      validFrom,
      validTo: null,
    });

  it("opens the children on its agendas, and stands among each child's shares, as the family sees", async () => {
    const { teamId, meetingId } = await aTeamWithTheChild();
    expect(await sharedWith()).toEqual([]);
    const guest = await kommun.person("Gästen");
    await seat(administrator.as, teamId, guest.id);
    await seat(administrator.as, teamId, guest.id);
    expect(await guest.as.behovskompass.getChart({ childId })).toMatchObject({ kind: "open" });
    expect(await sharedWith()).toEqual([["agenda", guest.id]]);
    const late = await kommun.person("Senare");
    await seat(administrator.as, teamId, late.id, addDays(today, 3));
    expect((await sharedWith()).slice(1)).toEqual([["agenda", late.id]]);
    const shares = await coordinator.as.sharing.listShares({ childId });
    expect(JSON.stringify(shares)).toContain("Gästen");
    // And what the consent carried closes with it, however many shares there are.
    await coordinator.as.consent.withdrawConsent({
      childId,
      guardianId,
      steps: [{ step: "skriftligt_barnteam", consentId: crypto.randomUUID() }],
      decidedOn: today,
      way: "phone",
    });
    expect(
      await database.admin`select 1 from sharing where meeting_id = ${meetingId} and ended_on is null`,
    ).toHaveLength(0);
  });

  it("is given by an administrator who has just proved who they are", async () => {
    const { teamId } = await aTeamWithTheChild();
    const guest = await kommun.person("Gästen");
    const refusal = await seat(administrator.atOpenScreen, teamId, guest.id).then(
      () => undefined,
      (error: unknown) => findKnown(error),
    );
    expect(refusal).toMatchObject({ code: "step_up_needed" });
    expect(await sharedWith()).toEqual([]);
  });
});
