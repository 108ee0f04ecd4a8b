import { setPriority } from "node:os";
import type { Database } from "@kompassen/db";
import { todayInSweden } from "@kompassen/domain/shared";
import type { Io } from "../io.ts";
import { endWithParent, openJobDatabase } from "../start/index.ts";
import { releaseDemo } from "./demo-releases.ts";
import { makeWaiting } from "./make-draft.ts";
import { secondsText } from "./print-draft.ts";

/**
 * `kompass release work [--demo]`: makes the releases that officers ask for on their page, until it is told to
 * stop. Runs beside the server that `kompass start` starts, as a process of its own: protecting tables takes
 * seconds of processor time.
 */
export async function workCommand(args: string[], io: Io): Promise<number> {
  // Pages are answered first.
  setPriority(POLITE);
  endWithParent();
  const job = await openJobDatabase();
  // What is half made is made again the next time: nothing is kept until it is whole.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(0));
  if (args.includes("--demo")) await workOnDemo(job.database, io);
  let work = Promise.resolve();
  // A database that is away takes the connection with it: it is listened to again, and then asked what was missed.
  const makeSoon = () => {
    work = work
      .then(() => makeAllWaiting(job.database, io))
      .catch((error: unknown) => {
        io.stderr.write(
          `Väntande utgåvor kunde inte hämtas: ${error instanceof Error ? error.name : "fel"}\n`,
        );
      });
  };
  await job.database.sql.listen("kompass_release", makeSoon, makeSoon);
  return new Promise(() => {});
}

const POLITE = 10;

async function workOnDemo(database: Database, io: Io): Promise<void> {
  const started = performance.now();
  const released = await releaseDemo(database, todayInSweden(new Date()));
  if (released === 0) return;
  const seconds = secondsText((performance.now() - started) / 1000);
  io.stdout.write(`Statistiken för demokommunerna är klar: ${released} utgåvor på ${seconds}.\n`);
}

async function makeAllWaiting(database: Database, io: Io): Promise<void> {
  const waiting = await database.sql<{ kommun_code: string; id: string }[]>`
    select kommun_code, id from kompass.waiting_releases()`;
  for (const { kommun_code, id } of waiting) {
    // Why it could not be made is kept with the draft, where the officer sees it.
    await makeWaiting(database, kommun_code, id, () => {}).catch((error: unknown) => {
      io.stderr.write(`Utkastet ${id} kunde inte tas fram: ${error instanceof Error ? error.name : "fel"}\n`);
    });
  }
}
