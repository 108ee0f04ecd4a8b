import type { Io } from "../io.ts";
import { releaseExportCommand } from "../release-export/index.ts";
import { openJobDatabase, UnreachableDatabase } from "../start/index.ts";
import { readArguments, USAGE } from "./arguments.ts";
import { refusalText } from "./refusal.ts";
import { approve, audit, create, list, show, type Verb, withdraw } from "./verbs.ts";
import { workCommand } from "./work-command.ts";

const REFUSED = 2;

const VERBS: Readonly<Record<string, Verb>> = { create, audit, approve, withdraw, show, list };

/**
 * `kompass release`: releases made, checked, approved and shown. Answers 0 when it is done, 1 when a proof does
 * not hold, 2 when the command could not be carried out; then nothing was changed.
 */
export async function releaseCommand(args: string[], io: Io): Promise<number> {
  const [name = "", ...rest] = args;
  if (name === "export") return releaseExportCommand(rest, io);
  if (name === "work") return workCommand(rest, io);
  const verb = VERBS[name];
  const given = verb === undefined ? null : readArguments(rest);
  if (verb === undefined || given === null) {
    io.stderr.write(`${USAGE}\n`);
    return REFUSED;
  }
  try {
    const job = await openJobDatabase();
    try {
      return await verb(job.database, given, io);
    } finally {
      await job.close();
    }
  } catch (error) {
    const text = error instanceof UnreachableDatabase ? error.message : refusalText(error);
    if (text === null) throw error;
    io.stderr.write(`${text}\n`);
    return REFUSED;
  }
}
