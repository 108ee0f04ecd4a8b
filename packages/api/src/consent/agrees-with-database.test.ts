import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { AREAS } from "@kompassen/domain/behovskompass";
import { CONSENT_STATES, type ConsentRecord, covers } from "@kompassen/domain/consent";
import { addDays, localDate } from "@kompassen/domain/shared";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { registerChildOf } from "../testing/a-child.ts";
import { aKommun, type TestKommun } from "../testing/a-kommun.ts";

let database: TestDatabase;
let kommun: TestKommun;
let childId: string;
let person: string;
let units: string[];

const STEPS = ["skriftligt_barnteam", "skriftligt_individuellt"] as const;
const FIRST_DAY = localDate("2026-03-01");
const DAYS = 12;
const HISTORIES = 400;

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, "9161");
  const responsible = await kommun.person("Samordnaren", "stodsamordnare");
  person = responsible.id;
  ({ childId } = await registerChildOf(kommun, responsible.as));
  units = [kommun.unitId, ...(await addUnits(2))];
});
afterAll(() => database.close());

async function addUnits(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => crypto.randomUUID());
  for (const id of ids) {
    await database.admin`
      insert into unit (kommun_code, id, code, name, kind)
      values (${kommun.kommunCode}, ${id}, ${id}, 'En enhet', 'annan')`;
  }
  return ids;
}

const dayAt = fc.integer({ min: 0, max: DAYS - 1 }).map((days) => addDays(FIRST_DAY, days));
const someAreas = fc.oneof(fc.constant([...AREAS]), fc.subarray([...AREAS], { minLength: 1 }));

/** Guardians are named by place, null is the child; a correction names an earlier record by place. */
const answer = fc.record({
  step: fc.constantFrom(...STEPS),
  party: fc.constantFrom(0, 1, null),
  state: fc.constantFrom(...CONSENT_STATES, "given", "given"),
  decidedOn: dayAt,
  holdsDays: fc.option(fc.integer({ min: 0, max: DAYS }), { freq: 3 }),
  corrects: fc.option(fc.integer({ min: 0, max: 5 }), { freq: 4 }),
  lines: fc.array(
    fc.record({ from: fc.integer({ min: 0, max: 2 }), to: fc.integer({ min: 0, max: 2 }), areas: someAreas }),
    { maxLength: 2 },
  ),
});

const history = fc.record({
  guardians: fc.integer({ min: 0, max: 2 }),
  answers: fc.array(answer, { maxLength: 7 }),
  asks: fc.array(fc.record({ step: fc.constantFrom(...STEPS), isAsked: fc.boolean(), on: dayAt }), {
    maxLength: 2,
  }),
  step: fc.constantFrom(...STEPS),
  on: dayAt,
  toUnit: fc.integer({ min: 0, max: 2 }),
});

it("the database and the domain say the same of every history", { timeout: 120_000 }, async () => {
  let covered = 0;
  let reached = 0;
  await fc.assert(
    fc.asyncProperty(history, async (one) => {
      const guardianIds = Array.from({ length: one.guardians }, () => crypto.randomUUID());
      const records = toRecords(one.answers, guardianIds);
      const toUnitId = units[one.toUnit] ?? kommun.unitId;
      const asksChild =
        one.asks
          .filter(({ step, on }) => step === one.step && on <= one.on)
          .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
          .at(-1)?.isAsked === true;
      const gate = { step: one.step, on: one.on, guardianIds, asksChild };
      const share = { fromUnitId: null, toUnitId, areas: AREAS };
      const ofDomain = {
        covers: covers(records, gate).isCovered,
        reaches: covers(records, { ...gate, share }).isCovered,
      };
      covered += Number(ofDomain.covers);
      reached += Number(ofDomain.reaches);
      expect(await askDatabase(records, guardianIds, one, toUnitId)).toEqual(ofDomain);
    }),
    { numRuns: HISTORIES },
  );
  // Histories that never cover would prove nothing.
  expect(covered).toBeGreaterThan(HISTORIES / 20);
  expect(reached).toBeGreaterThan(HISTORIES / 40);
  expect(reached).toBeLessThan(covered);
});

type Answered = typeof answer extends fc.Arbitrary<infer One> ? One : never;

function toRecords(answers: readonly Answered[], guardianIds: readonly string[]): ConsentRecord[] {
  const records: ConsentRecord[] = [];
  const corrected = new Set<string>();
  for (const one of answers) {
    const guardianId = one.party === null ? null : (guardianIds[one.party] ?? null);
    const wrong = one.corrects === null ? undefined : records[one.corrects];
    const corrects = wrong === undefined || corrected.has(wrong.id) ? null : wrong.id;
    if (corrects !== null) corrected.add(corrects);
    const lines = new Map(one.lines.map((line) => [`${line.from} ${line.to}`, line]));
    records.push({
      id: crypto.randomUUID(),
      step: one.step,
      guardianId,
      state: one.state,
      decidedOn: one.decidedOn,
      validTo: one.holdsDays === null ? null : addDays(one.decidedOn, one.holdsDays),
      corrects,
      scope: [...lines.values()].map(({ from, to, areas }) => ({
        fromUnitId: units[from] ?? kommun.unitId,
        toUnitId: units[to] ?? kommun.unitId,
        areas,
      })),
    });
  }
  return records;
}

/** Lays the history down, asks, and takes it away again. */
async function askDatabase(
  records: readonly ConsentRecord[],
  guardianIds: readonly string[],
  one: typeof history extends fc.Arbitrary<infer One> ? One : never,
  toUnitId: string,
): Promise<{ covers: boolean; reaches: boolean }> {
  const { kommunCode } = kommun;
  let answered = { covers: false, reaches: false };
  const rollBack = new Error("taken away again");
  await database.admin
    .begin(async (sql) => {
      await sql`select set_config('kompass.kommun', ${kommunCode}, true)`;
      await sql`delete from guardian where child_id = ${childId}`;
      for (const [index, id] of guardianIds.entries()) {
        await sql`
          insert into guardian (kommun_code, id, child_id, ordinal, name, relation)
          values (${kommunCode}, ${id}, ${childId}, ${index + 1}, 'Vuxen', 'mamma')`;
      }
      for (const [index, record] of records.entries()) {
        await sql`
          insert into consent (kommun_code, id, child_id, guardian_id, step, state, decided_on, valid_to, paper_location,
                               corrects, correction_reason, recorded_by, recorded_at)
          values (${kommunCode}, ${record.id}, ${childId}, ${record.guardianId}, ${record.step}, ${record.state},
                  ${record.decidedOn}, ${record.validTo}, 'Pärm 4', ${record.corrects},
                  ${record.corrects === null ? null : "fel ruta"}, ${person},
                  ${new Date(Date.UTC(2026, 3, 1, 12, index)).toISOString()})`;
        for (const line of record.scope) {
          await sql`
            insert into consent_scope (kommun_code, consent_id, child_id, from_unit_id, to_unit_id, areas)
            values (${kommunCode}, ${record.id}, ${childId}, ${line.fromUnitId}, ${line.toUnitId}, ${[...line.areas]})`;
        }
      }
      for (const [index, asked] of one.asks.entries()) {
        await sql`
          insert into child_asked (kommun_code, id, child_id, step, is_asked, reason, decided_on, recorded_by, recorded_at)
          values (${kommunCode}, ${crypto.randomUUID()}, ${childId}, ${asked.step}, ${asked.isAsked}, 'mognad',
                  ${asked.on}, ${person}, ${new Date(Date.UTC(2026, 3, 1, 12, index)).toISOString()})`;
      }
      const [row] = await sql<{ covers: boolean; reaches: boolean }[]>`
        select kompass.is_covered_by_consent(${childId}, ${one.step}, ${one.on}) as covers,
               kompass.is_covered_by_consent(${childId}, ${one.step}, ${one.on})
               and kompass.consent_reaches_unit(${childId}, ${one.step}, ${one.on}, ${toUnitId}) as reaches`;
      if (row !== undefined) answered = row;
      throw rollBack;
    })
    .catch((error: unknown) => {
      if (error !== rollBack) throw error;
    });
  return answered;
}
