import { createCaller } from "@kompassen/api";
import { silentLog } from "@kompassen/api/log";
import { startSession } from "@kompassen/api/session";
import type { Actor, ActorTransaction, Database } from "@kompassen/db";
import { arrangePerson, type BenchPerson, fillWith } from "../data/arrange-kommun.ts";
import { type HttpSample, loadServer } from "../measure/http-load.ts";
import { interleave, ratiosOf, valuesOf } from "../measure/interleave.ts";
import { spreadOf } from "../measure/spread.ts";
import { type Result, single } from "../report/result.ts";
import type { Bench } from "./bench.ts";
import { apiCall, type ChartChildren } from "./chart.ts";

const CASELOAD = 60;
const SMALL_CASELOAD = 10;
const LOAD = { seconds: 3, connections: 1 };

/** J2: the work list of sixty children with what is raised, against one child's chart, both through the api. */
export async function measureCaseload(bench: Bench, charts: ChartChildren): Promise<Result[]> {
  const { database, dashboard, rounds } = bench;
  const [sixty, ten] = [
    await arrangeCaseload(bench, charts, CASELOAD),
    await arrangeCaseload(bench, charts, SMALL_CASELOAD),
  ];
  const cookie = `kompassen=${await startSession(database.app, { ...sixty, issuer: "bench", acr: "loa3" })}`;
  const listCall = () => ({ method: "POST", path: "/trpc/people.listCaseload", cookie, body: "" }) as const;
  const chartCall = apiCall(charts.cookie);
  let turn = 0;
  const oneChild = () => chartCall(charts.childIds[turn++ % charts.childIds.length] ?? "");

  const measured = await interleave<HttpSample>(
    [
      { name: "one", run: () => loadServer(dashboard, oneChild, LOAD) },
      { name: "sixty", run: () => loadServer(dashboard, listCall, LOAD) },
    ],
    rounds,
  );
  const p50Of = ({ p50 }: HttpSample) => p50;
  const text = (name: string) => `${spreadOf(valuesOf(measured, name, p50Of)).median.toFixed(1)} ms`;
  const [queries, fewer] = [
    await countQueries(bench, sixty, CASELOAD),
    await countQueries(bench, ten, SMALL_CASELOAD),
  ];
  return [
    {
      job: "J2",
      what: "arbetslista med 60 barn mot ett barns diagram, p50",
      value: spreadOf(ratiosOf(measured, ["sixty", "one"], p50Of)),
      unit: "x",
      goal: { atMost: 3 },
      note: `${text("sixty")} mot ${text("one")}`,
    },
    {
      job: "J2",
      what: "frågor för 60 barn utöver dem för 10",
      value: single(queries - fewer),
      unit: "st",
      goal: { atMost: 0 },
      note: `${queries} frågor, åtkomst, logg och formulär inräknade`,
    },
  ];
}

async function arrangeCaseload(
  { database, today, seed }: Bench,
  { person: { kommunCode } }: ChartChildren,
  children: number,
): Promise<BenchPerson> {
  const person = await arrangePerson(database, kommunCode, `caseload-${children}`);
  await fillWith(database, person, { seed: seed + children, today, children, prefix: `K${children}-` });
  return person;
}

/** Statements of one call, counted where they are sent. */
async function countQueries(
  { database, today }: Bench,
  person: BenchPerson,
  children: number,
): Promise<number> {
  let queries = 0;
  const counting: Database = {
    ...database.app,
    transaction: <T>(actor: Actor, work: (tx: ActorTransaction) => Promise<T>) =>
      database.app.transaction(actor, (tx) => {
        const sql = new Proxy(tx.sql, {
          apply: (target, self, args) => {
            queries += 1;
            return Reflect.apply(target, self, args);
          },
        });
        return work({ ...tx, sql });
      }),
  };
  const signedIn = { ...person, name: "", title: "", roles: ["stodsamordnare"], steppedUpAt: null } as const;
  const caller = createCaller({
    database: counting,
    statistics: database.statistics,
    family: database.family,
    guardian: null,
    log: silentLog,
    signedIn,
    now: new Date(),
    today,
  });
  const caseload = await caller.people.listCaseload();
  if (caseload.children.length !== children)
    throw new Error(`${caseload.children.length} children in the list`);
  return queries;
}
