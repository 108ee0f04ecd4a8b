import { createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import path from "node:path";
import type { CsvSource } from "@kompassen/api/csv";
import type { FileImportResult } from "@kompassen/api/stodprocess";
import type { ActorTransaction } from "@kompassen/db";
import { type FileFault, faultText, type LocalDate, todayInSweden } from "@kompassen/domain/shared";
import type { Io } from "../io.ts";
import { openJobDatabase, UnreachableDatabase } from "../start/index.ts";
import type { FileArguments } from "./arguments.ts";

type Import = (tx: ActorTransaction, source: CsvSource, today: LocalDate) => Promise<FileImportResult>;

const DONE = 0;
const REFUSED = 2;

/**
 * One file into the database of a kommun, whole or not at all. Answers 0 when it is in, also when it was in before;
 * prints every fault to stderr and answers 2 otherwise.
 */
export async function runFileImport(given: FileArguments, io: Io, work: Import): Promise<number> {
  const file = path.resolve(io.folder, given.file);
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (!isThere) {
    io.stderr.write(`Hittar inte filen ${given.file}.\n`);
    return REFUSED;
  }
  try {
    const result = await importAsJob(given.kommun, file, work);
    if (result !== null) return printResult(result, given, io);
    io.stderr.write(`Kommunen ${given.kommun} finns inte i databasen. Inget har lästs in.\n`);
    return REFUSED;
  } catch (error) {
    if (!(error instanceof UnreachableDatabase)) throw error;
    io.stderr.write(`${error.message}\n`);
    return REFUSED;
  }
}

/** Null when there is no such kommun. */
async function importAsJob(kommun: string, file: string, work: Import): Promise<FileImportResult | null> {
  const { database, close } = await openJobDatabase();
  try {
    const actor = { type: "system", kommunCode: kommun, job: "import" } as const;
    return await database.transaction(actor, async (tx) => {
      const found = await tx.sql`select 1 from kommun where kommun_code = kompass.kommun()`;
      if (found.length === 0) return null;
      return work(tx, createReadStream(file), todayInSweden(new Date()));
    });
  } finally {
    await close();
  }
}

function printResult(result: FileImportResult, { file }: FileArguments, { stdout, stderr }: Io): number {
  if (result.kind === "refused") {
    stderr.write(faultsText(file, result.faults));
    return REFUSED;
  }
  const { rows, added, replaced } = result;
  const isChange = added > 0 || replaced > 0;
  const lines = [
    isChange ? "Inläsningen är klar." : "Allt i filen fanns redan. Inget har ändrats.",
    `  rader  ${rows}: ${added} nya, ${rows - added - replaced} fanns redan${replaced > 0 ? `, ${replaced} utbytta` : ""}`,
  ];
  stdout.write(`${lines.join("\n")}\n`);
  return DONE;
}

/** A file that is wrong in every row says so in its first few hundred faults. */
const MAX_LISTED = 200;

function faultsText(file: string, faults: readonly FileFault[]): string {
  const rest = faults.length - MAX_LISTED;
  return [
    `${faults.length} fel. Inget har lästs in.`,
    `${file}:`,
    ...faults.slice(0, MAX_LISTED).map((fault) => `  ${faultText(fault, "sv")}`),
    ...(rest > 0 ? [`… och ${rest} fel till.`] : []),
    "",
  ].join("\n");
}
