import { importSteps } from "@kompassen/api/stodprocess";
import type { Io } from "../io.ts";
import { readStepsArguments, STEPS_USAGE } from "./arguments.ts";
import { runFileImport } from "./run-file-import.ts";

/** `kompass import-steps`: what has happened to children, from another system's file. */
export async function importStepsCommand(args: string[], io: Io): Promise<number> {
  const given = readStepsArguments(args);
  if (given !== null) return runFileImport(given, io, importSteps);
  io.stderr.write(`${STEPS_USAGE}\n`);
  return 2;
}
