import { importCounts } from "@kompassen/api/stodprocess";
import type { Io } from "../io.ts";
import { COUNTS_USAGE, readCountsArguments } from "./arguments.ts";
import { runFileImport } from "./run-file-import.ts";

/** `kompass import-counts`: home visits, training, or how many children there are at each unit. */
export async function importCountsCommand(args: string[], io: Io): Promise<number> {
  const given = readCountsArguments(args);
  if (given === null) {
    io.stderr.write(`${COUNTS_USAGE}\n`);
    return 2;
  }
  const { kind, replace } = given;
  return runFileImport(given, io, (tx, source, today) => importCounts(tx, source, { kind, today, replace }));
}
