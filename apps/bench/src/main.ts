import { writeFile } from "node:fs/promises";
import { todayInSweden } from "@kompassen/domain/shared";
import type { Bench } from "./jobs/bench.ts";
import { measureCaseload } from "./jobs/caseload.ts";
import { arrangeChartChildren, measureChart } from "./jobs/chart.ts";
import { measureImport } from "./jobs/import.ts";
import { measurePage } from "./jobs/page.ts";
import { measureGrowth } from "./jobs/query-growth.ts";
import { measureSteering } from "./jobs/steering-page.ts";
import { measureSubmit } from "./jobs/submit.ts";
import { describeMachine } from "./measure/machine.ts";
import { type Options, readOptions, USAGE } from "./options.ts";
import { toReport } from "./report/print-report.ts";
import { type Result, verdictOf } from "./report/result.ts";
import { buildDashboard, startDashboard } from "./server/dashboard-server.ts";
import { startPrivateServer } from "./server/private-server.ts";

const MISSED = 1;
const MISUSED = 2;

const options = readOptions(process.argv.slice(2));
if (options === null) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = MISUSED;
} else {
  process.exitCode = await run(options);
}

/** Measures one job after the other; nothing else is to run on the machine meanwhile. */
async function run(options: Options): Promise<number> {
  const now = new Date();
  const today = todayInSweden(now);
  const results: Result[] = [];
  const note = (job: string) => process.stderr.write(`${job} …\n`);

  if (options.jobs.includes("J6")) {
    note("J6");
    results.push(...(await measureImport(options, today)));
  }
  if (options.jobs.includes("J3")) {
    note("J3");
    results.push(...(await measureSteering({ ...options, today }, buildDashboard())));
  }
  const database = await startPrivateServer();
  try {
    if (options.jobs.some((job) => job !== "J6" && job !== "J3")) {
      const dashboard = await startDashboard(buildDashboard(), database);
      const bench: Bench = { ...options, today, database, dashboard };
      try {
        const charts = await arrangeChartChildren(database, bench);
        for (const job of options.jobs) {
          note(job);
          if (job === "J1") results.push(...(await measureChart(bench, charts)));
          if (job === "J2") results.push(...(await measureCaseload(bench, charts)));
          if (job === "J5") results.push(...(await measureSubmit(bench, charts)));
          if (job === "J7") results.push(...(await measurePage(bench, charts)));
        }
        // Last: the other jobs are measured in the small database.
        if (options.jobs.includes("J1")) results.push(...(await measureGrowth(bench, charts)));
      } finally {
        await dashboard.stop();
      }
    }
    const machine = describeMachine(now);
    const sorted = results.toSorted((a, b) => (a.job < b.job ? -1 : a.job > b.job ? 1 : 0));
    process.stdout.write(toReport(sorted, machine, database.description));
    if (options.out !== null) {
      const told = sorted.map((result) => ({ ...result, verdict: verdictOf(result) }));
      await writeFile(
        options.out,
        `${JSON.stringify({ machine, server: database.description, options, results: told }, null, 2)}\n`,
      );
    }
  } finally {
    await database.close();
  }
  return results.some((result) => verdictOf(result) === "missat") ? MISSED : 0;
}
