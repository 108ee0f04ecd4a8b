import { spawn, spawnSync } from "node:child_process";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { Sql } from "postgres";

export const COPIED = "bare.history";

/** A table for the rows of a history file as they stand: dates are dates, and nothing is checked or indexed. */
export async function createCopyTable(admin: Sql): Promise<void> {
  await admin`create schema if not exists bare`;
  await admin`
    create table bare.history (
      child_id text, compass_id text, assessed_on date, registered_on date, rater text, instrument text,
      instrument_version text, age_form text, area text, statement text, value text, concern text, target numeric)`;
}

/** How the rows are copied: by psql where it is installed, else by COPY over the product's own driver. */
export function copyProgram(): "psql" | "postgres.js" {
  return spawnSync("psql", ["--version"]).status === 0 ? "psql" : "postgres.js";
}

export async function copyRows(admin: Sql, adminUrl: string, file: string): Promise<void> {
  if (copyProgram() === "psql") return copyByPsql(adminUrl, file);
  const writable = await admin.unsafe(`copy ${COPIED} from stdin (format csv, header)`).writable();
  await pipeline(createReadStream(file), writable);
}

function copyByPsql(adminUrl: string, file: string): Promise<void> {
  const command = `\\copy ${COPIED} from '${file}' (format csv, header)`;
  const child = spawn("psql", ["--quiet", "--no-psqlrc", "--command", command, adminUrl], {
    stdio: "inherit",
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`psql ended with ${code}`))));
  });
}
