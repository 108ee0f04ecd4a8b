import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findKnown } from "../errors/index.ts";
import { registerChildOf } from "../testing/a-child.ts";
import { aKommun, type TestKommun } from "../testing/a-kommun.ts";

let database: TestDatabase;
let kommun: TestKommun;

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, "9112");
});
afterAll(() => database.close());

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => undefined,
    (error: unknown) => findKnown(error),
  );

it("a member of the team around a child comes in under the consent, and sees nothing from the moment of leaving", async () => {
  const coordinator = await kommun.person("Samordnaren", "stodsamordnare");
  const counsellor = await kommun.person("Kuratorn", "teammedlem");
  const { childId, guardianId } = await registerChildOf(kommun, coordinator.as);
  const { barnteam, people } = coordinator.as;
  await database.admin`
    insert into consent (kommun_code, id, child_id, guardian_id, step, state, decided_on, recorded_by)
    values (${kommun.kommunCode}, gen_random_uuid(), ${childId}, ${guardianId}, 'skriftligt_individuellt', 'given',
            ${todayInSweden(new Date())}, ${coordinator.id})`;
  await barnteam.formIndividualTeam({ childId, teamId: crypto.randomUUID(), members: [] });
  await barnteam.addTeamMember({ childId, personId: counsellor.id, part: "kurator" });
  const opened = counsellor.as.people.getChild({ childId });
  expect((await opened).id).toBe(childId);
  await barnteam.endTeamMember({ childId, personId: counsellor.id });
  expect(await refusalOf(counsellor.as.people.getChild({ childId }))).toMatchObject({ code: "not_found" });
  expect((await people.getChild({ childId })).id).toBe(childId);
  // May come back the same day.
  await barnteam.addTeamMember({ childId, personId: counsellor.id, part: "kurator" });
  expect((await counsellor.as.people.getChild({ childId })).id).toBe(childId);
  expect(
    await refusalOf(counsellor.as.barnteam.endTeamMember({ childId, personId: coordinator.id })),
  ).toMatchObject({
    code: "not_found",
  });
  await database.admin`update consent set state = 'withdrawn' where child_id = ${childId}`;
  const more = barnteam.addTeamMember({
    childId,
    personId: (await kommun.person("Läraren")).id,
    part: "lärare",
  });
  expect(await refusalOf(more)).toMatchObject({ code: "consent_missing" });
});
