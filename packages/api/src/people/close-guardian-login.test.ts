import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findKnown } from "../errors/index.ts";
import { registerChildOf } from "../testing/a-child.ts";
import { aGuardian } from "../testing/a-guardian.ts";
import { aKommun, type Caller, type TestKommun } from "../testing/a-kommun.ts";

let database: TestDatabase;
let kommun: TestKommun;
let responsible: { id: string; as: Caller };
let stranger: { id: string; as: Caller };

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, "9114");
  responsible = await kommun.person("Samordnaren", "stodsamordnare");
  stranger = await kommun.person("Annan", "stodsamordnare");
});
afterAll(() => database.close());

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error: unknown) => findKnown(error)?.code,
  );

it("closes one child to one guardian at once, and leaves the guardian's other child", async () => {
  const first = await registerChildOf(kommun, responsible.as);
  const second = await registerChildOf(kommun, responsible.as);
  const guardian = await aGuardian(database, kommun.kommunCode, first.guardianId, second.guardianId);
  const { childId, guardianId } = first;
  const read = (child: string) => codeOf(guardian.as.family.getOverview({ childId: child }));
  expect([await read(childId), await read(second.childId)]).toEqual(["done", "done"]);

  expect(await codeOf(stranger.as.people.closeGuardianLogin({ childId, guardianId }))).toBe("not_found");
  const ofAnother = { childId, guardianId: second.guardianId };
  expect(await codeOf(responsible.as.people.closeGuardianLogin(ofAnother))).toBe("not_found");
  expect(await read(childId)).toBe("done");

  await responsible.as.people.closeGuardianLogin({ childId, guardianId });
  expect([await read(childId), await read(second.childId)]).toEqual(["not_found", "done"]);
  expect(await guardian.as.family.listChildren()).toHaveLength(1);
  const [before] = (await responsible.as.people.getChild({ childId })).guardians;
  await responsible.as.people.closeGuardianLogin({ childId, guardianId });
  expect((await responsible.as.people.getChild({ childId })).guardians[0]).toEqual(before);
  expect(before).toMatchObject({ hasAccount: false });
});

it("closes a letter that has not been used, and a new one may be made", async () => {
  const { childId, guardianId } = await registerChildOf(kommun, responsible.as);
  const letter = () =>
    responsible.as.people.inviteGuardian({ childId, guardianId, invitationId: crypto.randomUUID() });
  await letter();
  const open = async () => {
    const [row] = await database.admin`
      select count(*)::int as letters from guardian_invitation
       where child_id = ${childId} and used_at is null and expires_at > now()`;
    return row?.letters;
  };
  expect(await open()).toBe(1);
  await responsible.as.people.closeGuardianLogin({ childId, guardianId });
  expect(await open()).toBe(0);
  await letter();
  expect(await open()).toBe(1);
});
