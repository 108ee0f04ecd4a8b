import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registerChildOf } from "../testing/a-child.ts";
import { aKommun, type Caller, type TestKommun } from "../testing/a-kommun.ts";

let database: TestDatabase;
let kommun: TestKommun;
let coordinator: { id: string; as: Caller };
let stranger: { id: string; as: Caller };
let childId: string;
let guardianId: string;
let elsewhere: string;

const today = todayInSweden(new Date());
const step = "skriftligt_individuellt" as const;

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, "9167");
  coordinator = await kommun.person("Samordnaren", "stodsamordnare");
  stranger = await kommun.person("Kollegan", "barnkontakt");
  ({ childId, guardianId } = await registerChildOf(kommun, coordinator.as));
  elsewhere = crypto.randomUUID();
  await database.admin`
    insert into unit (kommun_code, id, code, name, kind)
    values (${kommun.kommunCode}, ${elsewhere}, 'bup', 'BUP', 'bup')`;
  await coordinator.as.consent.recordConsent({
    childId,
    consentId: crypto.randomUUID(),
    step,
    guardianId,
    state: "given",
    decidedOn: today,
    validTo: null,
    paperLocation: "Pärm 4",
    scope: [{ fromUnitId: kommun.unitId, toUnitId: elsewhere, areas: ["ma_bra"] }],
  });
});
afterAll(() => database.close());

type Sql = TestDatabase["admin"];

const as = <T>(personId: string, work: (sql: Sql) => Promise<T>): Promise<T> =>
  database.app.transaction({ type: "person", kommunCode: kommun.kommunCode, personId }, ({ sql }) =>
    work(sql),
  );

interface Said {
  readonly child: string;
  readonly groundStep: string;
  readonly areas: string[];
  readonly fields: string[];
  readonly units: string[];
  readonly other: string | null;
  readonly isLasting: boolean;
}

const say = (over: Partial<Said>) => {
  const said: Said = {
    child: childId,
    groundStep: step,
    areas: ["ma_bra"],
    fields: [],
    units: [elsewhere],
    other: null,
    isLasting: false,
    ...over,
  };
  return as(
    coordinator.id,
    (sql) => sql`
      insert into sharing (kommun_code, id, child_id, shared_on, way, areas, fields, from_person_id, from_unit_id,
                           to_person_ids, to_unit_ids, to_other, necessary, relevant, proportionate, ground, ground_step,
                           is_lasting, recorded_by)
      values (${kommun.kommunCode}, ${crypto.randomUUID()}, ${said.child}, ${today}, 'said', ${said.areas},
              ${said.fields}, ${coordinator.id}, ${kommun.unitId}, '{}', ${said.units}, ${said.other}, 'a', 'b', 'c',
              'consent', ${said.groundStep}, ${said.isLasting}, ${coordinator.id})`,
  );
};

describe("a share that is said to rest on a consent", () => {
  it("is refused by the database when there is none, of that step and that child", async () => {
    await expect(say({ groundStep: "skriftligt_barnteam" })).rejects.toThrow("consent_missing");
    const other = await registerChildOf(kommun, coordinator.as);
    await expect(say({ child: other.childId })).rejects.toThrow("consent_missing");
    await expect(say({ child: other.childId, isLasting: true })).rejects.toThrow("consent_missing");
  });

  it("is refused by the database beyond the areas and the units of its lines", async () => {
    await say({});
    await expect(say({ areas: ["ma_bra", "omsorg"] })).rejects.toThrow("consent_missing");
    await expect(say({ areas: [], fields: ["compass"] })).rejects.toThrow("consent_missing");
    await expect(say({ units: [kommun.unitId] })).rejects.toThrow("consent_missing");
    await expect(say({ other: "Någon annan" })).rejects.toThrow("consent_missing");
  });
});

describe("whether the family of a child has said yes", () => {
  const isCovered = (personId: string) =>
    as(personId, async (sql) => {
      const [row] = await sql<{ covered: boolean }[]>`
        select kompass.is_covered_by_consent(${childId}, ${step}, ${today}) as covered`;
      return row?.covered;
    });

  it("is not told to whoever does not see the child", async () => {
    expect(await isCovered(coordinator.id)).toBe(true);
    expect(await isCovered(stranger.id)).toBe(false);
  });

  it.each([
    ["consent_covers(%, 'muntligt', kompass.today(), null)"],
    ["consent_reaches_unit(%, 'muntligt', kompass.today(), %)"],
    ["close_uncovered(%, 'muntligt', %, true, null)"],
    ["close_passed()"],
  ])("is not asked through kompass.%s", async (call) => {
    const asked = as(stranger.id, (sql) =>
      sql.unsafe(`select kompass.${call.replaceAll("%", `'${childId}'`)}`),
    );
    await expect(asked).rejects.toThrow(/permission denied/);
  });
});
