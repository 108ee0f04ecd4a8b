import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { AREAS } from "@kompassen/domain/behovskompass";
import {
  CONSENT_STATES,
  type ConsentRecord,
  covers,
  mayCorrect,
  type Share,
} from "@kompassen/domain/consent";
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

/**
 * Guardians are named by place, null is the child; a correction names an earlier record by place, and half of them are
 * of the same party and step.
 */
const answer = fc.record({
  step: fc.constantFrom(...STEPS),
  party: fc.constantFrom(0, 1, null),
  state: fc.constantFrom(...CONSENT_STATES, "given", "given"),
  decidedOn: dayAt,
  holdsDays: fc.option(fc.integer({ min: 0, max: DAYS }), { freq: 3 }),
  isByOwnLogin: fc.boolean(),
  corrects: fc.option(fc.integer({ min: 0, max: 5 }), { freq: 2 }),
  isOfSame: fc.boolean(),
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
  fromUnit: fc.option(fc.integer({ min: 0, max: 2 })),
  toUnit: fc.integer({ min: 0, max: 2 }),
  areas: someAreas,
});

it("the database and the domain say the same of every history", { timeout: 120_000 }, async () => {
  let covered = 0;
  let reached = 0;
  let corrected = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(history, async (one) => {
      const guardianIds = Array.from({ length: one.guardians }, () => crypto.randomUUID());
      const written = toRecords(one.answers, guardianIds);
      const records = written.filter(({ isRefused }) => !isRefused).map(({ record }) => record);
      corrected += records.filter(({ corrects }) => corrects !== null).length;
      refused += written.length - records.length;
      const toUnitId = units[one.toUnit] ?? kommun.unitId;
      const asksChild =
        one.asks
          .filter(({ step, on }) => step === one.step && on <= one.on)
          .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
          .at(-1)?.isAsked === true;
      const gate = { step: one.step, on: one.on, guardianIds, asksChild };
      const fromUnitId = one.fromUnit === null ? null : (units[one.fromUnit] ?? kommun.unitId);
      const share = { fromUnitId, toUnitId, areas: one.areas };
      const ofDomain = {
        covers: covers(records, gate).isCovered,
        reaches: covers(records, { ...gate, share }).isCovered,
      };
      covered += Number(ofDomain.covers);
      reached += Number(ofDomain.reaches);
      expect(await askDatabase(written, guardianIds, one, share)).toEqual(ofDomain);
    }),
    { numRuns: HISTORIES },
  );
  // Histories that never cover would prove nothing.
  expect(covered).toBeGreaterThan(HISTORIES / 20);
  expect(reached).toBeGreaterThan(HISTORIES / 40);
  expect(reached).toBeLessThan(covered);
  expect(corrected).toBeGreaterThan(HISTORIES / 10);
  expect(refused).toBeGreaterThan(HISTORIES / 10);
});

type Answered = typeof answer extends fc.Arbitrary<infer One> ? One : never;

/** What somebody tries to write; the database refuses a correction that the domain does not allow. */
interface Written {
  readonly record: ConsentRecord & { readonly isByOwnLogin: boolean };
  readonly isRefused: boolean;
}

function toRecords(answers: readonly Answered[], guardianIds: readonly string[]): Written[] {
  const written: Written[] = [];
  const corrected = new Set<string>();
  for (const one of answers) {
    const named = one.corrects === null ? undefined : written[one.corrects];
    const wrong =
      named === undefined || named.isRefused || corrected.has(named.record.id) ? null : named.record;
    const said = { step: one.step, guardianId: one.party === null ? null : (guardianIds[one.party] ?? null) };
    const { step, guardianId } = wrong !== null && one.isOfSame ? wrong : said;
    const isRefused = wrong !== null && !mayCorrect(wrong, { step, guardianId });
    if (wrong !== null && !isRefused) corrected.add(wrong.id);
    const lines = new Map(one.lines.map((line) => [`${line.from} ${line.to}`, line]));
    const record = {
      id: crypto.randomUUID(),
      step,
      guardianId,
      state: one.state,
      decidedOn: one.decidedOn,
      validTo: one.holdsDays === null ? null : addDays(one.decidedOn, one.holdsDays),
      corrects: wrong?.id ?? null,
      isByOwnLogin: one.isByOwnLogin && wrong === null && guardianId !== null && one.state === "withdrawn",
      scope: [...lines.values()].map(({ from, to, areas }) => ({
        fromUnitId: units[from] ?? kommun.unitId,
        toUnitId: units[to] ?? kommun.unitId,
        areas,
      })),
    };
    written.push({ record, isRefused });
  }
  return written;
}

/** Lays the history down, asks, and takes it away again. */
async function askDatabase(
  written: readonly Written[],
  guardianIds: readonly string[],
  one: typeof history extends fc.Arbitrary<infer One> ? One : never,
  share: Share,
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
      for (const [index, { record, isRefused }] of written.entries()) {
        const write = (tx: typeof sql) => tx`
          insert into consent (kommun_code, id, child_id, guardian_id, step, state, decided_on, valid_to, paper_location,
                               corrects, correction_reason, recorded_by, recorded_by_guardian, recorded_at)
          values (${kommunCode}, ${record.id}, ${childId}, ${record.guardianId}, ${record.step}, ${record.state},
                  ${record.decidedOn}, ${record.validTo}, 'Pärm 4', ${record.corrects},
                  ${record.corrects === null ? null : "fel ruta"}, ${record.isByOwnLogin ? null : person},
                  ${record.isByOwnLogin ? record.guardianId : null},
                  ${new Date(Date.UTC(2026, 3, 1, 12, index)).toISOString()})`;
        if (isRefused) {
          await expect(sql.savepoint(write)).rejects.toThrow("wrong_correction");
          continue;
        }
        await write(sql);
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
               and kompass.consent_reaches(${childId}, ${one.step}, ${one.on}, ${share.fromUnitId}, ${share.toUnitId},
                                           ${[...share.areas]}) as reaches`;
      if (row !== undefined) answered = row;
      throw rollBack;
    })
    .catch((error: unknown) => {
      if (error !== rollBack) throw error;
    });
  return answered;
}
