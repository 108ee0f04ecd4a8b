import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
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
  const isComplete = (await stat(path.join(cluster, "kompassen.ready")).catch(() => null)) !== null;
  if (!isComplete) {
    // An initdb that was cut off leaves a folder that no server will open.
    await rm(cluster, { recursive: true, force: true });
    await mkdir(cluster, { recursive: true, mode: 0o700 });
    await giveTo(account, cluster);
    await writeFile(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
    await giveTo(account, passwordFile);
    await runInitdb(binaries, cluster, passwordFile, account);
    await writeFile(path.join(cluster, "kompassen.conf"), `${SETTINGS}\n`);
    await writeFile(path.join(cluster, "kompassen.ready"), "");
  }
  return { cluster, password: (await readFile(passwordFile, "utf8")).trim() };
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
