import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { addDays, todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findKnown } from "../errors/index.ts";
import { rateAll, registerChildOf } from "../testing/a-child.ts";
import { aKommun, type Caller, type TestKommun } from "../testing/a-kommun.ts";

let database: TestDatabase;
let kommun: TestKommun;
let coordinator: { id: string; as: Caller };
let member: { id: string; as: Caller };

const today = todayInSweden(new Date());

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, "9142");
  coordinator = await kommun.person("Samordnaren", "stodsamordnare");
  member = await kommun.person("Kuratorn", "teammedlem");
});
afterAll(() => database.close());

async function answer(childId: string, guardianId: string, state: "given" | "withdrawn"): Promise<void> {
  await coordinator.as.consent.recordConsent({
    childId,
    consentId: crypto.randomUUID(),
    step: "skriftligt_individuellt",
    guardianId,
    state,
    decidedOn: today,
    validTo: null,
    paperLocation: state === "given" ? "Pärm 4" : null,
  });
}

async function aTeamAround(childId: string): Promise<string> {
  const { teamId } = await coordinator.as.barnteam.formIndividualTeam({
    childId,
    teamId: crypto.randomUUID(),
    members: [{ personId: member.id, part: "kurator" }],
  });
  return teamId;
}

async function aMeeting(teamId: string, inDays: number): Promise<string> {
  const meetingId = crypto.randomUUID();
  const heldOn = addDays(today, inDays);
  await coordinator.as.barnteam.createMeeting({ meetingId, teamId, heldOn, startsAt: null, place: null });
  return meetingId;
}

it("closes the child to the team in the same moment, and opens it again with a new yes", async () => {
  const { childId, guardianId } = await registerChildOf(kommun, coordinator.as);
  await answer(childId, guardianId, "given");
  await aTeamAround(childId);
  const read = () =>
    member.as.people.getChild({ childId }).then(
      ({ givenName }) => givenName,
      (error: unknown) => findKnown(error)?.code,
    );
  expect(await read()).toBe("Nilo");
  await answer(childId, guardianId, "withdrawn");
  expect(await read()).toBe("not_found");
  expect(await coordinator.as.people.getChild({ childId })).toMatchObject({ givenName: "Nilo" });
  await answer(childId, guardianId, "given");
  expect(await read()).toBe("Nilo");
});

it("a signal that moves to another meeting takes the child off the one it leaves", async () => {
  const { childId, guardianId } = await registerChildOf(kommun, coordinator.as);
  await answer(childId, guardianId, "given");
  await rateAll(coordinator.as, childId, 2, addDays(today, -90));
  await rateAll(coordinator.as, childId, 2, addDays(today, -1));
  const teamId = await aTeamAround(childId);
  const [first, second] = [await aMeeting(teamId, 7), await aMeeting(teamId, 14)];
  const chart = await coordinator.as.behovskompass.getChart({ childId });
  const signal = chart.kind === "open" ? chart.signals[0] : undefined;
  if (signal === undefined) throw new Error("nothing is raised");
  const place = (meetingId: string, version: number) =>
    coordinator.as.followUp.placeOnAgenda({ childId, signalId: signal.id, version, meetingId });
  const placed = await place(first, signal.version);
  await place(second, placed.version);
  const items = await database.admin`select meeting_id from agenda_item where child_id = ${childId}`;
  expect(items.map((item) => item.meeting_id)).toEqual([second]);
});
