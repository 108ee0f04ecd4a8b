import { createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import path from "node:path";
import { type ImportFile, type ImportResult, runImport } from "@kompassen/api/import";
import type { Database } from "@kompassen/db";
import { todayInSweden } from "@kompassen/domain/shared";
import type { Io } from "../io.ts";
import { openJobDatabase, UnreachableDatabase } from "../start/index.ts";
import { type ImportArguments, type ImportFileNames, readArguments, USAGE } from "./arguments.ts";
import { progressPrinter } from "./print-progress.ts";
import { printFaults, printSummary } from "./print-result.ts";

const DONE = 0;
const REFUSED = 2;
const STOPPED = 130;

/**
 * `kompass import`: a history file into the database of a kommun, whole or not at all. Answers 0 when it is in,
 * also when it was in before; prints every fault to stderr and answers 2 otherwise.
 */
export async function importCommand(args: string[], io: Io): Promise<number> {
  const given = readArguments(args);
  if (given === null) {
    io.stderr.write(`${USAGE}\n`);
    return REFUSED;
  }
  const missing = await findMissing(given.files, io.folder);
  for (const file of missing) io.stderr.write(`Hittar inte filen ${file}.\n`);
  if (missing.length > 0) return REFUSED;
  try {
    return await importInto(given, io);
  } catch (error) {
    if (!(error instanceof UnreachableDatabase)) throw error;
    io.stderr.write(`${error.message}\n`);
    return REFUSED;
  }
}

async function importInto(given: ImportArguments, io: Io): Promise<number> {
  const job = await openJobDatabase();
  let isStopped = false;
  const stop = () => {
    isStopped = true;
    void job.close();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
  try {
    const result = await importAs(job.database, given, io);
    if (result === null) {
      io.stderr.write(`Kommunen ${given.kommun} finns inte i databasen. Inget har lästs in.\n`);
      return REFUSED;
    }
    if (result.kind === "accepted") printSummary(result.summary, io);
    else printFaults(result.faultCount, result.faults, given.files, io);
    return result.kind === "accepted" ? DONE : REFUSED;
  } catch (error) {
    if (!isStopped) throw error;
    io.stderr.write("Avbrutet. Inget har lästs in.\n");
    return STOPPED;
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, stop);
    await job.close();
  }
}

/** Null when there is no such kommun. */
function importAs(database: Database, given: ImportArguments, io: Io): Promise<ImportResult | null> {
  const { kommun, files, register, unit, responsible } = given;
  const open = (file: string | null) => (file === null ? null : fileAt(path.resolve(io.folder, file)));
  const now = new Date();
  return database.transaction({ type: "system", kommunCode: kommun, job: "import" }, async (tx) => {
    const found = await tx.sql`select 1 from kommun where kommun_code = kompass.kommun()`;
    if (found.length === 0) return null;
    const onProgress = progressPrinter(io, () => performance.now());
    return runImport(
      { tx, now, today: todayInSweden(now), importer: { kind: "job" }, onProgress },
      {
        history: open(files.history),
        children: open(files.children),
        equivalence: open(files.equivalence),
        instrument: open(files.instrument),
        register,
        unitCode: unit,
        responsible,
      },
      "commit",
    );
  });
}

const CHUNK_BYTES = 1 << 18;

function fileAt(file: string): ImportFile {
  return { open: () => createReadStream(file, { highWaterMark: CHUNK_BYTES }) };
}

async function findMissing(names: ImportFileNames, folder: string): Promise<string[]> {
  const files = Object.values(names).filter((file) => file !== null);
  const found = await Promise.allSettled(files.map((file) => access(path.resolve(folder, file))));
  return files.filter((_, index) => found[index]?.status === "rejected");
}
