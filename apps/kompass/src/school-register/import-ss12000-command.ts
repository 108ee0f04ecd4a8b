import { setTimeout as wait } from "node:timers/promises";
import {
  civicKey,
  importRegister,
  ReadElsewhere,
  type RegisterImport,
  type RegisterProgress,
  type RegisterSource,
  RegisterUnavailable,
  tryRegister,
} from "@kompassen/api/school-register";
import { registerFaultText } from "@kompassen/domain/school-register";
import type { Io } from "../io.ts";
import { openJobDatabase, UnreachableDatabase } from "../start/index.ts";
import { type RegisterArguments, readArguments, USAGE } from "./arguments.ts";
import type { Fetching } from "./fetch-patiently.ts";
import { folderSource, UnreadableFiles } from "./folder-source.ts";
import { httpSource } from "./http-source.ts";
import { printEnded, printTried } from "./print-result.ts";

const DONE = 0;
const WITH_FAULTS = 1;
const REFUSED = 2;

const PATIENT: Fetching = {
  timeoutMs: 60_000,
  tries: 6,
  firstWaitMs: 1_000,
  longestWaitMs: 60_000,
  wait,
};

/**
 * `kompass import-ss12000`: the school register into the database of a kommun, page by page. Answers 0 when all of it
 * is in, 1 when pages were refused, 2 when it could not be read; started again it goes on where it stopped.
 */
export async function importSs12000Command(args: string[], io: Io, fetching = PATIENT): Promise<number> {
  const given = await readArguments(args, io.folder, process.env);
  if (given === null) {
    io.stderr.write(`${USAGE}\n`);
    return REFUSED;
  }
  try {
    const source = await openSource(given, fetching);
    return await readInto(given, source, io);
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === null) throw error;
    io.stderr.write(`${sentence}\n`);
    return REFUSED;
  }
}

function openSource(
  { from, credentials, pageSize }: RegisterArguments,
  fetching: Fetching,
): Promise<RegisterSource> {
  if (from.kind === "folder") return folderSource(from.folder, pageSize);
  return Promise.resolve(httpSource({ url: from.url, credentials, pageSize, fetching }));
}

async function readInto(given: RegisterArguments, source: RegisterSource, io: Io): Promise<number> {
  const job = await openJobDatabase();
  try {
    const asked: RegisterImport = {
      database: job.database,
      kommunCode: given.kommun,
      source,
      // What is asked to be removed is what a whole reading does not see.
      wantsFull: given.isFull || given.removesMany,
      removesMany: given.removesMany,
      civicKey: civicKey(),
      clock: () => new Date(),
      newId: () => crypto.randomUUID(),
      onProgress: (progress) => printProgress(progress, io),
    };
    if (!(await isKommun(asked))) {
      io.stderr.write(`Kommunen ${given.kommun} finns inte i databasen. Inget har lästs in.\n`);
      return REFUSED;
    }
    if (given.isDryRun) {
      const hasFaults = printTried(await tryRegister(asked), io);
      return hasFaults ? WITH_FAULTS : DONE;
    }
    const result = await importRegister(asked);
    printEnded(result, io);
    const isWhole = result.faultCount === 0 && (result.counts.settled?.heldBack ?? 0) === 0;
    return isWhole ? DONE : WITH_FAULTS;
  } finally {
    await job.close();
  }
}

async function isKommun({ database, kommunCode }: RegisterImport): Promise<boolean> {
  const actor = { type: "system", kommunCode, job: "school-register" } as const;
  const found = await database.transaction(
    actor,
    ({ sql }) => sql`select 1 from kommun where kommun_code = kompass.kommun()`,
  );
  return found.length > 0;
}

const STEP_WORDS: Record<RegisterProgress["step"], string> = {
  organisations: "organisationer",
  placements: "placeringar",
  duties: "tjänster",
  persons: "personer",
  missing_persons: "personer som saknades",
  deleted: "borttaget",
};

function printProgress({ step, page, objects, faults }: RegisterProgress, { stderr }: Io): void {
  const outcome = faults.length === 0 ? "" : `, hela sidan avvisad: ${faults.length} fel`;
  stderr.write(`${STEP_WORDS[step]}, sida ${page}: ${objects}${outcome}\n`);
  for (const fault of faults.slice(0, 20)) stderr.write(`  ${registerFaultText(fault, "sv")}\n`);
}

function sentenceOf(error: unknown): string | null {
  if (error instanceof UnreadableFiles || error instanceof UnreachableDatabase) return error.message;
  if (error instanceof ReadElsewhere)
    return "En annan inläsning av samma register pågår. Den här har avbrutits.";
  if (error instanceof RegisterUnavailable) {
    return `Skolregistret svarade inte som det ska (${error.message}). Det som hann läsas in ligger kvar; starta igen för att fortsätta.`;
  }
  return null;
}
