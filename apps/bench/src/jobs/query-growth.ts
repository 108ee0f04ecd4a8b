import { authorizeChild, TEAM } from "@kompassen/api/access";
import { getChart } from "@kompassen/api/behovskompass";
import { silentLog } from "@kompassen/api/log";
import { arrangeKommun, arrangePerson, fillWith } from "../data/arrange-kommun.ts";
import { childrenForScores } from "../data/history-file.ts";
import { quantile, spreadOf } from "../measure/spread.ts";
import type { Result } from "../report/result.ts";
import type { Bench } from "./bench.ts";
import type { ChartChildren } from "./chart.ts";

const CHILDREN_A_KOMMUN = 3000;
const SMALLEST_SHARE = 10;
const READS_A_ROUND = 200;
const BYTES_A_MEGABYTE = 2 ** 20;

interface Size {
  readonly scores: number;
  readonly megabytes: number;
  /** Milliseconds, p50 of each round. */
  readonly p50: readonly number[];
}

/** J1 query: the same children's charts are read while the database around them grows tenfold. */
export async function measureGrowth(bench: Bench, charts: ChartChildren): Promise<Result[]> {
  const small = await measureAt(bench, charts, bench.scores / SMALLEST_SHARE);
  const large = await measureAt(bench, charts, bench.scores);
  const ratios = large.p50.flatMap((value, round) => {
    const before = small.p50[round];
    return before === undefined ? [] : [value / before];
  });
  const exponent =
    Math.log(spreadOf(large.p50).median / spreadOf(small.p50).median) / Math.log(large.scores / small.scores);
  const sizes = [small, large]
    .map(({ scores, megabytes }) => `${millions(scores)} M (${megabytes} MB)`)
    .join(" → ");
  return [
    {
      job: "J1",
      what: "ett barns frågor när databasen växer",
      value: spreadOf(ratios),
      unit: "x",
      goal: { atMost: 2 },
      note: `${sizes}, p50 ${spreadOf(small.p50).median.toFixed(2)} → ${spreadOf(large.p50).median.toFixed(2)} ms`,
    },
    {
      job: "J1",
      what: "ett barns frågor, log-log-exponent",
      value: spreadOf([exponent]),
      unit: "exponent",
    },
  ];
}

async function measureAt(bench: Bench, { person, childIds }: ChartChildren, scores: number): Promise<Size> {
  const { database } = bench;
  await growTo(bench, scores);
  await database.admin`vacuum analyze`;
  const signedIn = { ...person, name: "", title: "", roles: ["stodsamordnare"], steppedUpAt: null } as const;
  const { kommunCode, personId } = person;
  const entry = { verb: "behovskompass.getChart", purpose: "uppfoljning", fields: ["assessment"] };
  const p50: number[] = [];
  for (let round = 0; round <= bench.rounds; round += 1) {
    const latencies: number[] = [];
    for (let read = 0; read < READS_A_ROUND; read += 1) {
      const childId = childIds[read % childIds.length] ?? "";
      latencies.push(
        await database.app.transaction(
          { type: "person", kommunCode, personId, aboutChild: childId },
          async (tx) => {
            const { app, statistics, family } = database;
            const now = new Date();
            const { today } = bench;
            const ctx = {
              database: app,
              statistics,
              family,
              log: silentLog,
              signedIn,
              guardian: null,
              tx,
              now,
              today,
            };
            const child = await authorizeChild(ctx, childId, TEAM, entry);
            const startedAt = performance.now();
            await getChart(ctx, child);
            return performance.now() - startedAt;
          },
        ),
      );
    }
    if (round > 0)
      p50.push(
        quantile(
          latencies.toSorted((a, b) => a - b),
          0.5,
        ),
      );
  }
  const [size] = await database.admin<{ bytes: string; scores: string }[]>`
    select pg_database_size(current_database())::text as bytes, (select count(*) * 8 from assessment)::text as scores`;
  return { scores: Number(size?.scores), megabytes: Math.round(Number(size?.bytes) / BYTES_A_MEGABYTE), p50 };
}

/** Other kommuner of three thousand children each, until the database holds so many scores. */
export async function growTo(
  { database, today, seed }: Pick<Bench, "database" | "today" | "seed">,
  scores: number,
): Promise<void> {
  const [now] = await database.admin<{ scores: string; kommuner: number }[]>`
    select (select count(*) * 8 from assessment)::text as scores, (select count(*)::int from kommun) as kommuner`;
  let missing = childrenForScores(scores - Number(now?.scores));
  for (let kommun = 9100 + Number(now?.kommuner); missing > 0; kommun += 1) {
    const kommunCode = String(kommun);
    const children = Math.min(missing, CHILDREN_A_KOMMUN);
    await arrangeKommun(database, kommunCode);
    const person = await arrangePerson(database, kommunCode, `grow-${kommunCode}`);
    await fillWith(database, person, { seed: seed + kommun, today, children, prefix: "G" });
    missing -= children;
  }
}

export async function scoresIn({ admin }: Bench["database"]): Promise<number> {
  const [row] = await admin<{ scores: string }[]>`select (count(*) * 8)::text as scores from assessment`;
  return Number(row?.scores);
}

function millions(scores: number): string {
  return (scores / 1_000_000).toFixed(2);
}
