import { approveDraft, requestDraft } from "@kompassen/api/release";
import { createDraft } from "@kompassen/api/release-making";
import { startSession } from "@kompassen/api/session";
import { loadDemo } from "@kompassen/db/demo";
import { latestEndedQuarters, type Quarter } from "@kompassen/domain/statistics";
import { callServer, type HttpSample, loadServer } from "../measure/http-load.ts";
import { spreadOf } from "../measure/spread.ts";
import { type Result, single } from "../report/result.ts";
import { startDashboard } from "../server/dashboard-server.ts";
import { type PrivateServer, startPrivateServer } from "../server/private-server.ts";
import type { Bench } from "./bench.ts";
import { growTo, scoresIn } from "./query-growth.ts";

const KOMMUN = "9001";
const QUARTERS = 2;
const LOAD = { seconds: 3, connections: 4 };
const SMALLEST_SHARE = 10;
const PAGES = 20;

interface Size {
  readonly scores: number;
  readonly samples: readonly HttpSample[];
}

/** J3: the steering group's page of a release, while the number of children around it grows tenfold. */
export async function measureSteering(bench: Omit<Bench, "database" | "dashboard">, build: string) {
  const database = await startPrivateServer();
  const dashboard = await startDashboard(build, database);
  try {
    await loadDemo({ database: database.job, now: new Date() });
    for (const quarter of latestEndedQuarters(bench.today, QUARTERS)) await release(database, bench, quarter);
    const reader = await personWith(database, "styrgrupp");
    const call = {
      method: "GET",
      path: "/statistik",
      cookie: `kompassen=${await startSession(database.app, { ...reader, issuer: "bench", acr: "loa3" })}`,
    } as const;
    const page = await callServer(dashboard, call);
    if (!page.includes("<svg")) throw new Error("the steering group's page has no chart");

    const scansBefore = await scansOf(database);
    for (let read = 0; read < PAGES; read += 1) await callServer(dashboard, call);
    const queries = ((await scansOf(database)) - scansBefore) / PAGES;
    const measureAt = async (scores: number): Promise<Size> => {
      await growTo({ ...bench, database }, scores);
      await database.admin`vacuum analyze`;
      const samples: HttpSample[] = [];
      for (let round = 0; round <= bench.rounds; round += 1)
        samples.push(await loadServer(dashboard, () => call, LOAD));
      return { scores: await scoresIn(database), samples: samples.slice(1) };
    };
    const small = await measureAt(bench.scores / SMALLEST_SHARE);
    const large = await measureAt(bench.scores);
    if ((await callServer(dashboard, call)).length !== page.length)
      throw new Error("the page has changed meanwhile");
    return toResults(small, large, queries);
  } finally {
    await dashboard.stop();
    await database.close();
  }
}

function toResults(small: Size, large: Size, queries: number): Result[] {
  const p95 = ({ samples }: Size) => spreadOf(samples.map((sample) => sample.p95));
  const ratios = large.samples.flatMap(({ cpu }, round) => {
    const before = small.samples[round];
    return before === undefined ? [] : [cpu / before.cpu];
  });
  const millions = ({ scores }: Size) => (scores / 1_000_000).toFixed(2);
  return [
    {
      job: "J3",
      what: "styrgruppens sida när antalet barn växer, processortid",
      value: spreadOf(ratios),
      unit: "x",
      goal: { atMost: 1.1 },
      note: `${millions(small)} M → ${millions(large)} M delpoäng, p95 ${p95(small).median.toFixed(0)} → ${p95(large).median.toFixed(0)} ms`,
    },
    { job: "J3", what: "styrgruppens sida, p95", value: p95(large), unit: "ms" },
    {
      job: "J3",
      what: "frågor om utgåvor för en sida",
      value: single(queries),
      unit: "st",
      goal: { atMost: 1 },
    },
  ];
}

/** Every query of the statistics goes through the table of releases. */
async function scansOf({ admin }: PrivateServer): Promise<number> {
  await admin`select pg_stat_force_next_flush()`;
  const [row] = await admin<{ scans: string }[]>`
    select (coalesce(seq_scan, 0) + coalesce(idx_scan, 0))::text as scans
      from pg_stat_all_tables where schemaname = 'statistics' and relname = 'release'`;
  return Number(row?.scans);
}

async function personWith({ admin }: PrivateServer, role: string) {
  const [row] = await admin<{ personId: string }[]>`
    select person_id as "personId" from person_role where kommun_code = ${KOMMUN} and role = ${role} order by 1 limit 1`;
  if (row === undefined) throw new Error(`the invented kommun has no ${role}`);
  return { kommunCode: KOMMUN, personId: row.personId };
}

async function release(database: PrivateServer, { today }: Pick<Bench, "today">, quarter: Quarter) {
  const { job } = database;
  const actor = { type: "system", kommunCode: KOMMUN, job: "release" } as const;
  const draftId = crypto.randomUUID();
  await job.transaction(actor, (tx) =>
    requestDraft(tx, { draftId, periods: [quarter], requestedBy: null, today }),
  );
  const clock = () => performance.now() / 1000;
  const { sha256 } = await createDraft({
    database: job,
    kommunCode: KOMMUN,
    draftId,
    today,
    codeVersion: "bench",
    clock,
    onProgress: () => {},
  });
  const officer = await personWith(database, "statistikansvarig");
  await job.transaction({ type: "person", ...officer }, (tx) => approveDraft(tx, { draftId, sha256 }));
}
