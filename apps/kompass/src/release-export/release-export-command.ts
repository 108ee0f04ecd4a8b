import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { type ExportFile, exportAsJob } from "@kompassen/api/export";
import type { Io } from "../io.ts";
import { openJobDatabase, UnreachableDatabase } from "../start/index.ts";
import { type ExportArguments, readArguments, USAGE } from "./arguments.ts";

const DONE = 0;
const REFUSED = 2;

/**
 * `kompass release export`: a release as a file, the same bytes every time. Answers 0 when it is written, 2 when
 * there is no such release or the command was not given as it should be.
 */
export async function releaseExportCommand(args: string[], io: Io): Promise<number> {
  const given = readArguments(args);
  if (given === null) {
    io.stderr.write(`${USAGE}\n`);
    return REFUSED;
  }
  try {
    return await write(given, io);
  } catch (error) {
    if (!(error instanceof UnreachableDatabase)) throw error;
    io.stderr.write(`${error.message}\n`);
    return REFUSED;
  }
}

async function write(given: ExportArguments, io: Io): Promise<number> {
  const file = await makeFile(given);
  if (file === null) {
    io.stderr.write(
      `Utgåvan ${given.releaseId} finns inte i kommunen ${given.kommun}. Inget har skrivits.\n`,
    );
    return REFUSED;
  }
  const folder = path.resolve(io.folder, given.out);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, file.name), file.bytes);
  io.stdout.write(`${path.join(given.out, file.name)}: ${file.bytes.byteLength} byte.\n`);
  return DONE;
}

async function makeFile({ kommun, releaseId, format }: ExportArguments): Promise<ExportFile | null> {
  const job = await openJobDatabase();
  try {
    const actor = { type: "system", kommunCode: kommun, job: "release-export" } as const;
    return await job.database.transaction(actor, (tx) => exportAsJob(tx, { releaseId, format }));
  } finally {
    await job.close();
  }
}
