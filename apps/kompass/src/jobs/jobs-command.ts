import { setPriority } from "node:os";
import { takeUpLooks } from "@kompassen/api/log-review";
import type { Database } from "@kompassen/db";
import { todayInSweden } from "@kompassen/domain/shared";
import type { Io } from "../io.ts";
import { openJobDatabase } from "../start/index.ts";
import { headsFolder, publishHeads } from "../verify-log/index.ts";

const POLITE = 10;
const MINUTE = 60_000;
const PAUSE_MS = 5 * MINUTE;

/**
 * `kompass jobs [--once]`: what is done beside the server, until it is told to stop: each day's heads of the log are
 * published, and looks are taken up for review.
 */
export async function jobsCommand(args: string[], io: Io): Promise<number> {
  setPriority(POLITE);
  const job = await openJobDatabase();
  try {
    if (args.includes("--once")) return (await workOnce(job.database, io)) ? 0 : 1;
    const isStopped = untilStopped();
    for (let stopped = false; !stopped; stopped = await isStopped(PAUSE_MS)) await workOnce(job.database, io);
    return 0;
  } finally {
    await job.close();
  }
}

/** @returns whether all of it was done; what was not is said, and tried again the next time */
async function workOnce(database: Database, io: Io): Promise<boolean> {
  let isDone = true;
  const attempt = async (name: string, work: () => Promise<unknown>) => {
    await work().catch((error: unknown) => {
      isDone = false;
      const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
      io.stderr.write(`${name}: ${error instanceof Error ? error.name : "fel"}${code}\n`);
    });
  };
  await attempt("publish-heads", async () => publishHeads(database, await headsFolder(), new Date()));
  await attempt("review-log", () => takeUpEverywhere(database));
  return isDone;
}

async function takeUpEverywhere(database: Database): Promise<void> {
  const today = todayInSweden(new Date());
  const kommuner = await database.sql<
    { kommun_code: string }[]
  >`select kommun_code from kompass.logged_kommuner()`;
  for (const { kommun_code: kommunCode } of kommuner)
    await database.transaction({ type: "system", kommunCode, job: "review-log" }, (tx) =>
      takeUpLooks(tx, today),
    );
}

/** Waits, and answers whether somebody has said stop meanwhile. */
function untilStopped(): (milliseconds: number) => Promise<boolean> {
  const told = new Promise<true>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve(true));
  });
  return (milliseconds) => {
    let timer: NodeJS.Timeout | undefined;
    const passed = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), milliseconds);
    });
    return Promise.race([told, passed]).finally(() => clearTimeout(timer));
  };
}
