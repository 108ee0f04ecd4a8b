import { randomUUID } from "node:crypto";
import { createCaller } from "@kompassen/api";
import { silentLog } from "@kompassen/api/log";
import { AREAS } from "@kompassen/domain/behovskompass";
import { addDays } from "@kompassen/domain/shared";
import postgres, { type Sql } from "postgres";
import { arrangePerson, type BenchPerson, fillWith } from "../data/arrange-kommun.ts";
import { interleave, ratiosOf, type Side, valuesOf } from "../measure/interleave.ts";
import { quantile, spreadOf } from "../measure/spread.ts";
import { writtenBytes } from "../measure/written-bytes.ts";
import type { Result } from "../report/result.ts";
import type { Bench } from "./bench.ts";
import type { ChartChildren } from "./chart.ts";

const CONNECTIONS = 8;
const ONE_BY_ONE = 48;
const EACH_AT_ONCE = 12;
/** So many that nobody gets more than 24 compasses, which is the most a child has: five, and one in every half round. */
const CHILDREN = 64;
/** Between the rounds of the file, which are twelve weeks apart, no rater has a compass on these days. */
const FIRST_FREE_DAY = 22;

interface Sample {
  /** Milliseconds. */
  readonly p50: number;
  /** Over eight connections at once. */
  readonly perSecond: number;
  /** Write-ahead log for each row handed in. */
  readonly bytes: number;
}

/** Hands in, or inserts, one at a time. */
type Write = () => Promise<unknown>;

/**
 * J5: handing in a compass through the api, against a durable insert of the rows that it leaves, the assessment and
 * the step, in one statement and nothing else: no log, no draft to read and delete, no foreign key, no history.
 */
export async function measureSubmit(bench: Bench, charts: ChartChildren): Promise<Result[]> {
  const { database, rounds } = bench;
  const person = await arrangePerson(database, charts.person.kommunCode, "submit");
  await fillWith(database, person, {
    seed: bench.seed,
    today: bench.today,
    children: CHILDREN,
    prefix: "S",
    compasses: 5,
    steady: 4,
  });
  const children = await database.admin<{ id: string }[]>`
    select id from child where kommun_code = ${person.kommunCode} and source_key like 'S%' order by id`;
  const drafts = draftMaker(
    bench,
    person,
    children.map(({ id }) => id),
  );
  const bare = postgres(database.adminUrl, { max: CONNECTIONS, onnotice: () => {} });
  try {
    await bare`create schema bare`;
    await bare`create table bare.assessment (like public.assessment including all)`;
    await bare`create table bare.process_step (like public.process_step including all)`;
    const handIn = { name: "product", run: () => sample(bench, () => drafts.openMany()) };
    const insert = { name: "bare", run: () => sample(bench, () => inserts(bare)) };
    await ensureSameRows(bench, drafts, bare);
    const measured = await interleave<Sample>([insert, handIn] satisfies Side<Sample>[], rounds);
    const middle = (name: string, value: (one: Sample) => number) =>
      spreadOf(valuesOf(measured, name, value)).median;
    const p50Of = ({ p50 }: Sample) => p50;
    const perSecondOf = ({ perSecond }: Sample) => perSecond;
    const bytesOf = ({ bytes }: Sample) => bytes;
    return [
      {
        job: "J5",
        what: "lämna in en kompass, p50 mot bar insert",
        value: spreadOf(ratiosOf(measured, ["product", "bare"], p50Of)),
        unit: "x",
        goal: { atMost: 2 },
        note: `${middle("product", p50Of).toFixed(2)} mot ${middle("bare", p50Of).toFixed(2)} ms`,
      },
      {
        job: "J5",
        what: "lämna in, takt på åtta anslutningar mot bar insert",
        value: spreadOf(ratiosOf(measured, ["product", "bare"], perSecondOf)),
        unit: "x",
        goal: { atLeast: 0.5 },
        note: `${middle("product", perSecondOf).toFixed(0)} mot ${middle("bare", perSecondOf).toFixed(0)} per sekund`,
      },
      {
        job: "J5",
        what: "lämna in, WAL mot bar insert",
        value: spreadOf(ratiosOf(measured, ["product", "bare"], bytesOf)),
        unit: "x",
        note: `${middle("product", bytesOf).toFixed(0)} mot ${middle("bare", bytesOf).toFixed(0)} byte`,
      },
    ];
  } finally {
    await bare`drop schema bare cascade`;
    await bare.end();
  }
}

async function sample({ database }: Bench, prepare: () => Promise<Write[]>): Promise<Sample> {
  const alone = (await prepare()).slice(0, ONE_BY_ONE);
  const latencies: number[] = [];
  const bytes = await writtenBytes(database.admin, async () => {
    for (const write of alone) {
      const startedAt = performance.now();
      await write();
      latencies.push(performance.now() - startedAt);
    }
  });
  const together = await prepare();
  const startedAt = performance.now();
  const worker = async (index: number) => {
    for (let turn = 0; turn < EACH_AT_ONCE; turn += 1) await together[index + turn * CONNECTIONS]?.();
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, (_, index) => worker(index)));
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    p50: quantile(
      latencies.toSorted((a, b) => a - b),
      0.5,
    ),
    perSecond: (CONNECTIONS * EACH_AT_ONCE) / seconds,
    bytes: bytes / alone.length,
  };
}

interface DraftMaker {
  /** As many filled forms as one measurement takes; each write hands one in. */
  openMany(): Promise<Write[]>;
}

function draftMaker(
  { database, today }: Bench,
  person: BenchPerson,
  childIds: readonly string[],
): DraftMaker {
  const signedIn = { ...person, name: "", title: "", roles: ["stodsamordnare"], steppedUpAt: null } as const;
  const caller = createCaller({
    database: database.app,
    statistics: database.statistics,
    family: database.family,
    guardian: null,
    log: silentLog,
    signedIn,
    now: new Date(),
    today,
  });
  const content = {
    startingArea: null,
    areas: Object.fromEntries(AREAS.map((area) => [area, { answers: { [area]: 4 as const }, comment: "" }])),
  };
  let opened = 0;
  const open = async (): Promise<Write> => {
    const childId = childIds[opened % childIds.length] ?? "";
    // Every child is rated a day further back for each time it comes round.
    const daysAgo = FIRST_FREE_DAY + (Math.floor(opened / childIds.length) % FREE_DAYS);
    const round = Math.floor(opened / childIds.length / FREE_DAYS);
    opened += 1;
    const [draftId, compassId] = [randomUUID(), randomUUID()];
    const assessedOn = addDays(today, -daysAgo - DAYS_BETWEEN_ROUNDS * round);
    await caller.behovskompass.openDraft({
      childId,
      draftId,
      compassId,
      rater: "barn",
      ageForm: "6-12",
      assessedOn,
    });
    await caller.behovskompass.saveDraft({ childId, draftId, version: 1, content });
    const { version } = await caller.behovskompass.getDraft({ childId, draftId });
    return () => caller.behovskompass.submitDraft({ childId, draftId, version });
  };
  return {
    openMany: async () => {
      const writes: Write[] = [];
      for (let count = 0; count < CONNECTIONS * EACH_AT_ONCE; count += 1) writes.push(await open());
      return writes;
    },
  };
}

const FREE_DAYS = 60;
const DAYS_BETWEEN_ROUNDS = 84;

interface Row {
  readonly kommun_code: string;
  readonly rater_kind: string;
  readonly rater: string;
  readonly version_number: number;
  readonly age_form: string | null;
  readonly assessed_on: string;
  readonly registered_on: string;
  readonly area_sums: number[];
  readonly area_counts: number[];
  readonly answers: string;
  readonly uninfluenced: boolean;
  readonly starting_area: string | null;
  readonly author_id: string;
  readonly kind: string;
  readonly unit_id: string;
  readonly age_group: string;
  readonly source: string;
}

/** Inserts of the rows that were handed in last, each for a child and a round of its own. */
async function inserts(bare: Sql): Promise<Write[]> {
  const [row] = await bare<Row[]>`
    select a.kommun_code, rater_kind, rater, version_number, age_form, assessed_on::text, a.registered_on::text,
           area_sums, area_counts, answers, uninfluenced, starting_area, author_id, s.kind, s.unit_id, s.age_group,
           s.source
      from public.assessment a
      join public.process_step s on s.kommun_code = a.kommun_code and s.child_id = a.child_id and s.id = a.compass_id
     where author_id is not null order by submitted_at desc limit 1`;
  if (row === undefined) throw new Error("nothing has been handed in");
  return Array.from({ length: CONNECTIONS * EACH_AT_ONCE }, () => () => insertRows(bare, row));
}

function insertRows(bare: Sql, row: Row) {
  const [childId, compassId] = [randomUUID(), randomUUID()];
  return bare`
    with step as (
      insert into bare.process_step (kommun_code, child_id, kind, id, unit_id, age_group, registered_on, occurred_on,
                                     source)
      values (${row.kommun_code}, ${childId}, ${row.kind}, ${compassId}, ${row.unit_id}, ${row.age_group},
              ${row.registered_on}, ${row.assessed_on}, ${row.source})
    )
    insert into bare.assessment (kommun_code, child_id, id, compass_id, rater_kind, rater, version_number, age_form,
                                 assessed_on, registered_on, area_sums, area_counts, answers, uninfluenced,
                                 starting_area, author_id)
    values (${row.kommun_code}, ${childId}, ${randomUUID()}, ${compassId}, ${row.rater_kind}, ${row.rater},
            ${row.version_number}, ${row.age_form}, ${row.assessed_on}, ${row.registered_on}, ${row.area_sums},
            ${row.area_counts}, ${row.answers}, ${row.uninfluenced}, ${row.starting_area}, ${row.author_id})`;
}

/** What is inserted bare must be what handing in has written, and handing in must have raised nothing. */
async function ensureSameRows({ database: { admin } }: Bench, drafts: DraftMaker, bare: Sql): Promise<void> {
  const [handIn] = await drafts.openMany();
  await handIn?.();
  const [insert] = await inserts(bare);
  await insert?.();
  const [same] = await admin<{ is_same: boolean; signals: number }[]>`
    select (to_jsonb(p) - ${OWN}::text[]) = (to_jsonb(b) - ${OWN}::text[])
             and (to_jsonb(s) - ${OWN}::text[]) = (to_jsonb(t) - ${OWN}::text[]) as is_same,
           (select count(*)::int from signal where child_id = p.child_id) as signals
      from (select * from public.assessment where author_id is not null order by submitted_at desc limit 1) p
      join public.process_step s on s.child_id = p.child_id and s.id = p.compass_id,
           bare.assessment b, bare.process_step t`;
  if (same?.is_same !== true || same.signals !== 0) throw new Error("the rows handed in and inserted differ");
}

const OWN = ["id", "child_id", "compass_id", "submitted_at"];
