import { spawn } from "node:child_process";
import { createServer } from "node:net";
import path from "node:path";
import { parseArgs } from "node:util";
import { openDatabase, roleUrl } from "@kompassen/db";
import { settleRestore } from "@kompassen/db/backup";
import { isDemoMissing, loadDemo } from "@kompassen/db/demo";
import { keepEmbedded } from "@kompassen/db/embedded";
import { migrateDatabase } from "@kompassen/db/migrate";
import type { Io } from "../io.ts";
import { purgeWhatCameBack } from "../retention/index.ts";
import { DASHBOARD_BUILD, ensureDashboardBuilt } from "./build-dashboard.ts";
import { dataFolder } from "./data-folder.ts";
import type { KeptProcess } from "./kept-process.ts";
import { type OpenedLogins, openLogins } from "./open-logins.ts";
import { addressOf, answers, ownAddressOf, untilEnded } from "./served-process.ts";
import { claimFolder } from "./single-start.ts";
import { keepJobs, keepReleases } from "./start-jobs.ts";

interface Running {
  readonly adminUrl: string;
  readonly diskFolder: string | null;
  stop(): Promise<void>;
}

/**
 * `kompass start [--empty] [--oidc] [--dev] [--built]`: database, migration, demo when empty, dashboard; until it is
 * told to stop. With `--oidc` one logs in to the demo at a login service of its own, to try the whole flow.
 */
export async function startCommand(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      empty: { type: "boolean", default: false },
      oidc: { type: "boolean", default: false },
      dev: { type: "boolean", default: false },
      built: { type: "boolean", default: false },
    },
  });
  const host = process.env.HOST ?? "127.0.0.1";
  const port = Number(process.env.PORT ?? 3000);
  const folder = await dataFolder();
  const claim = await claimFolder(folder);
  if (!claim.claimed) {
    io.stderr.write(
      `Kompassen är redan igång här (process ${claim.by}). Stoppa den först, eller välj en annan mapp med KOMPASSEN_DATA.\n`,
    );
    return 1;
  }
  try {
    if (!(await isFree(host, port))) {
      io.stderr.write(
        `Något annat använder redan ${host}:${port}. Välj en annan port, till exempel PORT=3001 npm start.\n`,
      );
      return 1;
    }
    const build = values.dev ? null : await builtDashboard(values.built, io);
    const database = await openServer(folder, io);
    try {
      await settleRestore(database.adminUrl);
      await migrateDatabase(database.adminUrl);
      const cameBack = await purgeWhatCameBack(database.adminUrl, folder);
      if (cameBack > 0) io.stdout.write(`${cameBack} barn som redan var gallrade har gallrats igen.\n`);
      if (!values.empty) await loadDemoWhenEmpty(database.adminUrl, io);
      const origin = process.env.ORIGIN ?? addressOf(host, port);
      const { adminUrl } = database;
      const logins = await openLogins({ isTrial: values.oidc, origin, host, port, adminUrl, folder });
      try {
        const serving = { build, host, port, origin, adminUrl, isDemo: !values.empty, logins };
        return await serve({ ...serving, diskFolder: database.diskFolder }, io);
      } finally {
        await logins.stop();
      }
    } finally {
      await database.stop();
    }
  } finally {
    await claim.release();
  }
}

function builtDashboard(asItIs: boolean, io: Io): Promise<string> {
  return asItIs ? Promise.resolve(DASHBOARD_BUILD) : ensureDashboardBuilt((text) => io.stdout.write(text));
}

async function openServer(folder: string, io: Io): Promise<Running> {
  const url = process.env.DATABASE_URL;
  if (url !== undefined && url !== "") return { adminUrl: url, diskFolder: null, stop: async () => {} };
  const onRestart = () => io.stderr.write("Databasen tog slut av sig själv och startas igen.\n");
  return { ...(await keepEmbedded({ dataFolder: folder, onRestart })), diskFolder: folder };
}

async function loadDemoWhenEmpty(adminUrl: string, io: Io): Promise<void> {
  const database = openDatabase(roleUrl(adminUrl, "kompass_job"), { connections: 1 });
  try {
    if (!(await isDemoMissing(database))) return;
    io.stdout.write("Lägger in demokommunen …\n");
    await loadDemo({ database, now: new Date() });
  } finally {
    await database.close();
  }
}

interface Serving {
  readonly build: string | null;
  readonly host: string;
  readonly port: number;
  readonly origin: string;
  readonly adminUrl: string;
  readonly isDemo: boolean;
  readonly logins: OpenedLogins;
  /** Of the embedded database; another server's disks are named by whoever runs it. */
  readonly diskFolder: string | null;
}

/** Runs the dashboard as a process of its own that knows only the app's role; ends when told to or when it ends. */
async function serve(
  { build, host, port, origin, adminUrl, isDemo, logins, diskFolder }: Serving,
  io: Io,
): Promise<number> {
  const { DATABASE_URL: _adminUrl, ...environment } = process.env;
  const env = {
    ...environment,
    HOST: host,
    PORT: String(port),
    ORIGIN: origin,
    KOMPASSEN_DATABASE_URL: roleUrl(adminUrl, "kompass_app"),
    KOMPASSEN_STATISTICS_URL: roleUrl(adminUrl, "kompass_stats"),
    KOMPASSEN_FAMILY_URL: roleUrl(adminUrl, "kompass_family"),
    KOMPASSEN_DEMO: isDemo ? "1" : "",
    KOMPASSEN_DISK: process.env.KOMPASSEN_DISK ?? diskFolder ?? "",
    ...logins.environment,
    SHUTDOWN_TIMEOUT: "5",
    // A file of 50 MB to read in, with the rest of its form; other pages have a limit of their own.
    BODY_SIZE_LIMIT: "51M",
  };
  const checkout = path.resolve(import.meta.dirname, "../../../..");
  const child =
    build === null
      ? spawn("vite", ["dev", "--host", host, "--port", String(port)], {
          cwd: path.join(checkout, "apps/dashboard"),
          env,
          stdio: "inherit",
        })
      : spawn(process.execPath, [path.join(import.meta.dirname, "serve-dashboard.ts"), build], {
          env,
          // The log is for whoever runs the product; who tries the demo is told what to do next, and no more.
          stdio: ["ignore", isDemo ? "ignore" : "inherit", "inherit"],
          detached: true,
        });
  const ended = untilEnded(child);
  const beside: KeptProcess[] = [];
  // Not by the address that people use: whatever stands before it may not be there yet, or keep /health to itself.
  if (await answers(ownAddressOf(host, port), child)) {
    beside.push(keepReleases(isDemo, io), keepJobs(io));
    io.stdout.write(`\nKompassen är igång på ${origin}\n`);
    if (logins.trialAddress !== null) {
      io.stdout.write(`Inloggningstjänsten på prov svarar på ${logins.trialAddress}\n`);
      io.stdout.write("Logga in på Kompassens sida; där väljer du sedan vem du vill vara.\n");
    } else if (isDemo) {
      io.stdout.write("Logga in som en påhittad person, till exempel en Stödsamordnare, på den sidan.\n");
    }
    if (isDemo) io.stdout.write("Statistiken för demokommunerna tas fram i bakgrunden.\n");
    io.stdout.write("Stoppa med Ctrl-C.\n");
  }
  const code = await ended;
  for (const one of beside) one.stop();
  if (code !== 0) io.stderr.write("Webbplatsen tog slut av sig själv.\n");
  return code;
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
