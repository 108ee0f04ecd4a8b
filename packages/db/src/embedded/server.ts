import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import postgres from "postgres";
import { databaseAccount, isReachableByOthers } from "./account.ts";
import { locateBinaries } from "./binaries.ts";
import { ensureCluster } from "./cluster.ts";

export interface EmbeddedServer {
  /** Superuser address of the database `kompassen`; for migration and roles, never for the app. */
  readonly adminUrl: string;
  readonly pid: number;
  /** When it has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Fast shutdown: open transactions are rolled back, what was committed is kept. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataFolder: string;
  /** Extra server settings, `name=value`; tests turn off what only durability needs. */
  readonly settings?: readonly string[];
  /** The port of a server that is started again for those who know it there; absent = any free one. */
  readonly port?: number;
}

/**
 * Starts the embedded PostgreSQL on a free port of 127.0.0.1, makes the cluster and the database when missing.
 * A server left behind by a killed process in the same folder is ended first.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const account = databaseAccount();
  const dataFolder = path.resolve(options.dataFolder);
  const mustCopy = account !== undefined && !(await isReachableByOthers(import.meta.dirname));
  const binaries = await locateBinaries(mustCopy ? path.join(dataFolder, "postgres-programs") : undefined);
  const { cluster, password } = await ensureCluster(dataFolder, binaries, account);
  await endLeftBehind(cluster);

  const port = options.port ?? (await freePort());
  // Old parts of the write-ahead log are removed, not kept to be written over: they hold what has been deleted.
  const settings = [`port=${port}`, "wal_recycle=off", ...(options.settings ?? [])].flatMap((setting) => [
    "-c",
    setting,
  ]);
  const child = spawn(
    binaries.postgres,
    [
      "-D",
      cluster,
      "-c",
      `config_file=${path.join(cluster, "postgresql.conf")}`,
      ...(await included(cluster)),
      ...settings,
    ],
    { ...account, stdio: ["ignore", "ignore", "pipe"], detached: true },
  );
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let said = "";
  child.stderr?.on("data", (part: Buffer) => {
    said = (said + part.toString()).slice(-4000);
  });
  const address = (database: string) =>
    `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  const ready = async () => {
    await untilReady(child, address("postgres"));
    await ensureDatabase(address("postgres"));
  };
  // A question to a server that is killed just then may never be answered: its end is the answer.
  const isReady = await Promise.race([ready().then(() => true), ended.then(() => false)]).catch(
    async (error: unknown) => {
      await stopServer(child);
      throw error;
    },
  );
  if (!isReady) throw new Error(`PostgreSQL kom inte igång.\n${said}`);
  return { adminUrl: address("kompassen"), pid: pidOf(child), ended, stop: () => stopServer(child) };
}

async function included(cluster: string): Promise<string[]> {
  const lines = (await readFile(path.join(cluster, "kompassen.conf"), "utf8")).split("\n").filter(Boolean);
  return lines.flatMap((line) => ["-c", line.replace(/\s*=\s*'?/, "=").replace(/'$/, "")]);
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error("PostgreSQL kunde inte startas.");
  return child.pid;
}

const PATIENCE_MS = 60_000;

/** A server that says that it is starting up is recovering, for as long as that takes. */
async function untilReady(child: ChildProcess, address: string): Promise<void> {
  let giveUpAt = performance.now() + PATIENCE_MS;
  while (performance.now() < giveUpAt) {
    if (child.exitCode !== null || child.pid === undefined) break;
    const sql = openPlain(address);
    try {
      await sql`select 1`;
      return;
    } catch (error) {
      if (error instanceof postgres.PostgresError && error.code === "57P03") {
        giveUpAt = performance.now() + PATIENCE_MS;
      }
      await pause(25);
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
  throw new Error("PostgreSQL kom inte igång i tid.");
}

/** For a server that may go away at any moment: the driver's own question about types would fail in nobody's hands. */
function openPlain(address: string) {
  return postgres(address, { max: 1, connect_timeout: 2, fetch_types: false, onnotice: () => {} });
}

async function ensureDatabase(address: string): Promise<void> {
  const sql = openPlain(address);
  try {
    const found = await sql`select 1 from pg_database where datname = 'kompassen'`;
    if (found.length === 0) await sql`create database kompassen`;
  } finally {
    await sql.end();
  }
}

async function endLeftBehind(cluster: string): Promise<void> {
  const lines = await readFile(path.join(cluster, "postmaster.pid"), "utf8").catch(() => "");
  const pid = Number.parseInt(lines.split("\n")[0] ?? "", 10);
  if (!Number.isInteger(pid) || !(await isPostgresIn(pid, cluster))) return;
  process.kill(pid, "SIGINT");
  for (let waited = 0; waited < 10_000 && isAlive(pid); waited += 50) await pause(50);
  if (isAlive(pid)) throw new Error(`En PostgreSQL (process ${pid}) använder redan ${cluster}.`);
}

/** A pid number may since have been given to somebody else's process: only ours is ended. */
async function isPostgresIn(pid: number, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => null);
  return command === null ? process.platform !== "linux" : command.includes(cluster);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function stopServer(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGINT");
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === "string") reject(new Error("Ingen ledig port."));
        else resolve(address.port);
      });
    });
  });
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
