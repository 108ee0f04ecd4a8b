import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findKnown } from "../errors/index.ts";
import { registerChildOf } from "../testing/a-child.ts";
import { aGuardian } from "../testing/a-guardian.ts";
import { aKommun, type Caller, type TestKommun } from "../testing/a-kommun.ts";

let database: TestDatabase;
let kommun: TestKommun;
let coordinator: { id: string; as: Caller };

const today = todayInSweden(new Date());
const step = "skriftligt_individuellt" as const;
const corrects = (consentId: string) => ({ consentId, reason: "Fel ruta kryssades" });

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, "9164");
  coordinator = await kommun.person("Samordnaren", "stodsamordnare");
});
afterAll(() => database.close());

const anAnswer = (childId: string, guardianId: string | null) => ({
  childId,
  consentId: crypto.randomUUID(),
  step: step as "muntligt" | "skriftligt_barnteam" | typeof step,
  guardianId,
  state: "given" as const,
  decidedOn: today,
  validTo: null,
  paperLocation: "Pärm 4",
});

/** A child of two guardians who have both said yes. */
async function aFamily() {
  const { childId, guardianId } = await registerChildOf(kommun, coordinator.as);
  const otherId = crypto.randomUUID();
  await coordinator.as.people.recordGuardian({
    childId,
    guardianId: otherId,
    version: null,
    name: "Ero Vandral",
    relation: "pappa",
  });
  for (const one of [guardianId, otherId]) await coordinator.as.consent.recordConsent(anAnswer(childId, one));
  return { childId, guardianId, otherId };
}

const coveredSteps = async (childId: string) =>
  (await coordinator.as.people.getChild({ childId })).coveredSteps;

async function refusalOf(attempt: Promise<unknown>) {
  const error = await attempt.then(
    () => null,
    (caught: unknown) => caught,
  );
  return { code: findKnown(error)?.code };
}

interface Row {
  readonly childId: string;
  readonly guardianId: string | null;
  readonly step: string;
  readonly corrects: string;
}

/** Past the api's own check, as the app's role. */
const insert = (row: Row) =>
  database.app.transaction(
    { type: "person", kommunCode: kommun.kommunCode, personId: coordinator.id },
    ({ sql }) => sql`
      insert into consent (kommun_code, id, child_id, guardian_id, step, state, decided_on, paper_location, corrects,
                           correction_reason, recorded_by)
      values (${kommun.kommunCode}, ${crypto.randomUUID()}, ${row.childId}, ${row.guardianId}, ${row.step}, 'given',
              ${today}, 'Pärm 4', ${row.corrects}, 'Fel ruta', ${coordinator.id})`,
  );

describe("what a guardian has taken back by the own login", () => {
  it.each(["the same guardian", "the other guardian", "the child, of another step"])(
    "is not corrected by the staff as an answer of %s",
    async (as) => {
      const { childId, guardianId, otherId } = await aFamily();
      const mother = await aGuardian(database, kommun.kommunCode, guardianId);
      const withdrawal = crypto.randomUUID();
      await mother.as.family.withdrawConsent({ childId, step, consentId: withdrawal });
      expect(await coveredSteps(childId)).toEqual([]);
      const party = as === "the same guardian" ? guardianId : as === "the other guardian" ? otherId : null;
      const of = party === null ? ("muntligt" as const) : step;
      const answer = { ...anAnswer(childId, party), step: of, corrects: corrects(withdrawal) };
      expect((await refusalOf(coordinator.as.consent.recordConsent(answer))).code).toBe("invalid");
      const row = { childId, guardianId: party, step: of, corrects: withdrawal };
      await expect(insert(row)).rejects.toThrow("wrong_correction");
      expect(await coveredSteps(childId)).toEqual([]);
    },
  );

  it("is followed by a new answer of that guardian", async () => {
    const { childId, guardianId } = await aFamily();
    const mother = await aGuardian(database, kommun.kommunCode, guardianId);
    await mother.as.family.withdrawConsent({ childId, step, consentId: crypto.randomUUID() });
    await coordinator.as.consent.recordConsent(anAnswer(childId, guardianId));
    expect(await coveredSteps(childId)).toEqual([step]);
  });
});

describe("a record of the staff", () => {
  it("is corrected as an answer of the same party to the same step, and no other", async () => {
    const { childId, guardianId, otherId } = await aFamily();
    const wrong = { ...anAnswer(childId, guardianId), state: "declined" as const };
    await coordinator.as.consent.recordConsent(wrong);
    const right = { ...anAnswer(childId, guardianId), corrects: corrects(wrong.consentId) };
    for (const other of [{ guardianId: otherId }, { guardianId: null }, { step: "muntligt" as const }]) {
      const attempt = coordinator.as.consent.recordConsent({ ...right, ...other });
      expect((await refusalOf(attempt)).code).toBe("invalid");
      const row = { childId, guardianId, step, corrects: wrong.consentId, ...other };
      await expect(insert(row)).rejects.toThrow("wrong_correction");
    }
    expect(await coveredSteps(childId)).toEqual([]);
    await coordinator.as.consent.recordConsent(right);
    expect(await coveredSteps(childId)).toEqual([step]);
  });
});
