import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { type Account, giveTo } from "./account.ts";
import type { PostgresBinaries } from "./binaries.ts";

/** The folder of one embedded server: its cluster and the password that was made for it. */
export interface ClusterFolder {
  readonly cluster: string;
  readonly password: string;
}

const SETTINGS = [
  "listen_addresses = '127.0.0.1'",
  "unix_socket_directories = ''",
  "password_encryption = 'scram-sha-256'",
  "timezone = 'UTC'",
  "log_timezone = 'UTC'",
  "log_min_messages = 'warning'",
  // Statements may carry a child's data; errors keep their text, never the values.
  "log_min_error_statement = 'panic'",
  "log_parameter_max_length_on_error = 0",
  "log_error_verbosity = 'terse'",
  "max_connections = 60",
  "shared_buffers = '128MB'",
  "jit = off",
].join("\n");

/** Makes the cluster when the folder has none. Takes about a second the first time. */
export async function ensureCluster(
  dataFolder: string,
  binaries: PostgresBinaries,
  account: Account | undefined,
): Promise<ClusterFolder> {
  const cluster = path.join(dataFolder, "postgres");
  const passwordFile = path.join(dataFolder, "postgres-password");
  await mkdir(dataFolder, { recursive: true, mode: 0o755 });
  // The other account must be able to pass through; the cluster itself stays closed.
  if (account !== undefined) await chmod(dataFolder, 0o755);
  if (!(await isThere(path.join(cluster, "kompassen.ready")))) {
    await refuseWhole(cluster);
    // Made beside and renamed when it is whole: an initdb that was cut off leaves a folder that no server will open.
    const unfinished = `${cluster}-unfinished`;
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { mode: 0o700 });
    await giveTo(account, unfinished);
    await writeFile(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
    await giveTo(account, passwordFile);
    await runInitdb(binaries, unfinished, passwordFile, account);
    await writeFile(path.join(unfinished, "kompassen.conf"), `${SETTINGS}\n`);
    await writeFile(path.join(unfinished, "kompassen.ready"), "");
    await rm(cluster, { recursive: true, force: true });
    await rename(unfinished, cluster);
  }
  return { cluster, password: (await readFile(passwordFile, "utf8")).trim() };
}

/** A disk that does not answer, or a note that somebody has taken away, is no reason to take away a database. */
async function refuseWhole(cluster: string): Promise<void> {
  const marks = ["PG_VERSION", "global/pg_control"].map((name) => isThere(path.join(cluster, name)));
  if (!(await Promise.all(marks)).every(Boolean)) return;
  throw new Error(
    `${cluster} ser ut att innehålla en databas, men filen kompassen.ready saknas i den. Lägg tillbaka filen (tom) om databasen ska användas, eller flytta mappen om en ny ska göras.`,
  );
}

async function isThere(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}

function runInitdb(
  binaries: PostgresBinaries,
  cluster: string,
  passwordFile: string,
  account: Account | undefined,
): Promise<void> {
  const args = [
    `--pgdata=${cluster}`,
    `--pwfile=${passwordFile}`,
    "--username=postgres",
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=icu",
    "--icu-locale=sv-SE",
    "--locale=C",
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(binaries.initdb, args, { ...account, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (part: Buffer) => {
      said += part.toString();
    });
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`initdb: ${said.trim()}`))));
  });
}
