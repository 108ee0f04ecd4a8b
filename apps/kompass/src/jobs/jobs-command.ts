import { setPriority } from "node:os";
import { takeUpLooks } from "@kompassen/api/log-review";
import { type Database, openDatabase, roleUrl } from "@kompassen/db";
import { FilesInUse } from "@kompassen/db/backup";
import { todayInSweden } from "@kompassen/domain/shared";
import type { Io } from "../io.ts";
import { purgeApproved } from "../retention/index.ts";
import { endWithParent, type ReachedDatabase, reachDatabase } from "../start/index.ts";
import { headsFolder, publishHeads } from "../verify-log/index.ts";

const POLITE = 10;
const MINUTE = 60_000;
const PAUSE_MS = 5 * MINUTE;

const USAGE = `kompass jobs [--once]

  Gör det som görs bredvid webbplatsen, tills det blir tillsagt att sluta.
  --once   gör allt en gång; svarar 1 när något inte kunde göras
`;

/**
 * `kompass jobs [--once]`: what is done beside the server, until it is told to stop: each day's heads of the log are
 * published, looks are taken up for review, what a consent carried that has run out is closed, and purges that two
 * persons have decided on are carried out.
 */
export async function jobsCommand(args: string[], io: Io): Promise<number> {
  if (args.some((arg) => arg !== "--once")) {
    io.stderr.write(USAGE);
    return 2;
  }
  setPriority(POLITE);
  endWithParent();
  const reached = await reachDatabase();
  const database = openDatabase(roleUrl(reached.adminUrl, "kompass_job"), { connections: 1 });
  try {
    const purge = purging(reached);
    if (args.includes("--once")) return (await workOnce(database, purge, io)) ? 0 : 1;
    const pause = untilStopped();
    await database.sql.listen("kompass_purge", pause.wake);
    do await workOnce(database, purge, io);
    while (!(await pause.for(PAUSE_MS)));
    return 0;
  } finally {
    await database.close();
    await reached.close();
  }
}

/** @returns whether all of it was done; what was not is said, and tried again the next time */
async function workOnce(database: Database, purge: () => Promise<void>, io: Io): Promise<boolean> {
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
  await attempt("close-passed", () => closePassedEverywhere(database));
  await attempt("forget-passing", () => database.sql`select kompass.forget_passing()`);
  await attempt("purge", purge);
  return isDone;
}

/** Files that are in use are asked for each time; a managed server that refuses would refuse each time. */
function purging({ adminUrl, folder }: ReachedDatabase): () => Promise<void> {
  let rewrites = true;
  return async () => {
    const done = await purgeApproved(adminUrl, folder, { rewrites }).catch((error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "42501") rewrites = false;
      throw error;
    });
    if (done.waitsForFiles) throw new FilesInUse();
  };
}

async function takeUpEverywhere(database: Database): Promise<void> {
  const today = todayInSweden(new Date());
  for (const kommunCode of await listLoggedKommuner(database))
    await database.transaction({ type: "system", kommunCode, job: "review-log" }, (tx) =>
      takeUpLooks(tx, today),
    );
}

/** What consents carried whose last day has passed. Whoever wrote one is in the log, and so is the kommun. */
async function closePassedEverywhere(database: Database): Promise<void> {
  for (const kommunCode of await listLoggedKommuner(database))
    await database.transaction(
      { type: "system", kommunCode, job: "close-passed" },
      ({ sql }) => sql`select kompass.close_passed()`,
    );
}

async function listLoggedKommuner(database: Database): Promise<string[]> {
  const kommuner = await database.sql<
    { kommun_code: string }[]
  >`select kommun_code from kompass.logged_kommuner()`;
  return kommuner.map(({ kommun_code }) => kommun_code);
}

/** Pauses that end early when there is something to do, or when somebody has said stop: then the answer is true. */
function untilStopped(): { wake(): void; for(milliseconds: number): Promise<boolean> } {
  let wake = () => {};
  const told = new Promise<true>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve(true));
  });
  return {
    wake: () => wake(),
    for: (milliseconds) => {
      let timer: NodeJS.Timeout | undefined;
      const passed = new Promise<false>((resolve) => {
        wake = () => resolve(false);
        timer = setTimeout(wake, milliseconds);
      });
      return Promise.race([told, passed]).finally(() => clearTimeout(timer));
    },
  };
}
