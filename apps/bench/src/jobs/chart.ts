import { isDeepStrictEqual } from "node:util";
import { startSession } from "@kompassen/api/session";
import { arrangeKommun, arrangePerson, type BenchPerson, fillWith } from "../data/arrange-kommun.ts";
import { callServer, type HttpCall, type HttpSample, loadServer } from "../measure/http-load.ts";
import { interleave, ratiosOf, valuesOf } from "../measure/interleave.ts";
import { spreadOf } from "../measure/spread.ts";
import type { Result } from "../report/result.ts";
import { type MeasuredServer, startBareServer } from "../server/dashboard-server.ts";
import type { PrivateServer } from "../server/private-server.ts";
import type { Bench } from "./bench.ts";

const KOMMUN = "9001";
const CHILDREN = 40;
const COMPASSES = 12;
const LOAD = { seconds: 3, connections: 4 };

/** Children of twelve compasses by three raters, and somebody signed in who follows them. */
export interface ChartChildren {
  readonly person: BenchPerson;
  readonly cookie: string;
  readonly childIds: readonly string[];
}

export async function arrangeChartChildren(
  server: PrivateServer,
  { today, seed }: Bench,
): Promise<ChartChildren> {
  await arrangeKommun(server, KOMMUN);
  const person = await arrangePerson(server, KOMMUN, "chart");
  await fillWith(server, person, { seed, today, children: CHILDREN, prefix: "C", compasses: COMPASSES });
  const rows = await server.admin<{ id: string }[]>`
    select id from child where kommun_code = ${KOMMUN} and source_key like 'C%' order by id`;
  const cookie = `kompassen=${await startSession(server.app, { ...person, issuer: "bench", acr: "loa3" })}`;
  return { person, cookie, childIds: rows.map(({ id }) => id) };
}

/** J1: one child's chart through tRPC in SvelteKit, and its page, against a bare handler. */
export async function measureChart(
  { database, dashboard, rounds }: Bench,
  { cookie, childIds }: ChartChildren,
): Promise<Result[]> {
  const bare = await startBareServer(database.appUrl);
  try {
    const calls = { api: apiCall(cookie), bare: bareCall(cookie), page: pageCall(cookie) };
    await ensureSame(dashboard, bare, calls, childIds);
    const measured = await interleave<HttpSample>(
      [
        { name: "bare", run: () => loadServer(bare, inTurn(childIds, calls.bare), LOAD) },
        { name: "api", run: () => loadServer(dashboard, inTurn(childIds, calls.api), LOAD) },
        { name: "page", run: () => loadServer(dashboard, inTurn(childIds, calls.page), LOAD) },
      ],
      rounds,
    );
    const cpuOf = ({ cpu }: HttpSample) => cpu;
    const p95Of = ({ p95 }: HttpSample) => p95;
    const cpuText = (name: string) => `${spreadOf(valuesOf(measured, name, cpuOf)).median.toFixed(2)} ms`;
    return [
      {
        job: "J1",
        what: "diagram, api: processortid mot bar server",
        value: spreadOf(ratiosOf(measured, ["api", "bare"], cpuOf)),
        unit: "x",
        goal: { atMost: 2.6, stretch: 2 },
        note: `${cpuText("api")} mot ${cpuText("bare")} per anrop`,
      },
      {
        job: "J1",
        what: "diagram, api: p95 mot bar server",
        value: spreadOf(ratiosOf(measured, ["api", "bare"], p95Of)),
        unit: "x",
        goal: { atMost: 3 },
      },
      {
        job: "J1",
        what: "barnets sida: processortid mot bar server",
        value: spreadOf(ratiosOf(measured, ["page", "bare"], cpuOf)),
        unit: "x",
        goal: { atMost: 16, stretch: 8 },
        note: `${cpuText("page")} per sida`,
      },
    ];
  } finally {
    await bare.stop();
  }
}

type CallFor = (childId: string) => HttpCall;

export function apiCall(cookie: string): CallFor {
  return (childId) => ({
    method: "POST",
    path: "/trpc/behovskompass.getChart",
    cookie,
    body: JSON.stringify({ childId }),
  });
}

const bareCall =
  (cookie: string): CallFor =>
  (childId) => ({ method: "POST", path: "/", cookie, body: JSON.stringify({ childId }) });

const pageCall =
  (cookie: string): CallFor =>
  (childId) => ({ method: "GET", path: `/barn/${childId}/behovskompass`, cookie });

function inTurn(childIds: readonly string[], callFor: CallFor): () => HttpCall {
  let turn = 0;
  return () => {
    const childId = childIds[turn % childIds.length];
    if (childId === undefined) throw new Error("no child to ask for");
    turn += 1;
    return callFor(childId);
  };
}

/** Both must answer the same, or the ratio says nothing. */
async function ensureSame(
  dashboard: MeasuredServer,
  bare: MeasuredServer,
  calls: { readonly api: CallFor; readonly bare: CallFor; readonly page: CallFor },
  childIds: readonly string[],
): Promise<void> {
  for (const childId of childIds) {
    const product = JSON.parse(await callServer(dashboard, calls.api(childId))) as ApiAnswer;
    const reference: unknown = JSON.parse(await callServer(bare, calls.bare(childId)));
    if (!isDeepStrictEqual(product.result.data, reference))
      throw new Error(`the two charts of ${childId} differ`);
  }
  const page = await callServer(dashboard, calls.page(childIds[0] ?? ""));
  if (!page.includes("<svg")) throw new Error("the child's page has no chart");
}

interface ApiAnswer {
  readonly result: { readonly data: unknown };
}
