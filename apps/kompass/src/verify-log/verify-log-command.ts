import path from "node:path";
import { parseArgs } from "node:util";
import type { Io } from "../io.ts";
import { openJobDatabase } from "../start/index.ts";
import { headsFolder, publishedHeadsFolder } from "./heads-folder.ts";
import { verifiedText } from "./print-verified.ts";
import { isWhole, verifyLogs } from "./verify-log.ts";

const USAGE = `kompass verify-log [--kommun 9001] [--heads FIL] [--format text|json]

  Räknar om loggens alla kedjor och håller dem mot kedjornas slut i databasen och mot det som senast publicerats.
  --heads   en fil som någon har sparat på annat håll, i stället för den senaste i mappen KOMPASSEN_HEADS
  Svarar 0 när loggen är hel, 1 när den inte är det, 2 när den inte kunde läsas.
`;

const REFUSED = 2;

/** `kompass verify-log`: says of every chain of the log whether it is what was written. */
export async function verifyLogCommand(args: string[], io: Io): Promise<number> {
  const given = readArguments(args);
  if (given === null) {
    io.stderr.write(USAGE);
    return REFUSED;
  }
  const started = performance.now();
  try {
    const job = await openJobDatabase();
    try {
      const kommuner = await verifyLogs(job.database, {
        kommunCode: given.kommun,
        folder: given.heads === null ? await publishedHeadsFolder() : await headsFolder(),
        headsFile: given.heads === null ? null : path.resolve(io.folder, given.heads),
      });
      const seconds = (performance.now() - started) / 1000;
      io.stdout.write(
        given.format === "json"
          ? `${JSON.stringify({ isWhole: kommuner.every(isWhole), seconds, kommuner }, null, 2)}\n`
          : verifiedText(kommuner, seconds),
      );
      return kommuner.every(isWhole) ? 0 : 1;
    } finally {
      await job.close();
    }
  } catch (error) {
    // Whatever it was: 1 would say that the log has been looked at.
    io.stderr.write(`Loggen kunde inte läsas. ${error instanceof Error ? error.message : String(error)}\n`);
    return REFUSED;
  }
}

function readArguments(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        kommun: { type: "string" },
        heads: { type: "string" },
        format: { type: "string", default: "text" },
      },
    });
    const { kommun = null, heads = null, format } = values;
    if (kommun !== null && !/^\d{4}$/.test(kommun)) return null;
    if (format !== "text" && format !== "json") return null;
    return { kommun, heads, format };
  } catch {
    // parseArgs throws on an option it does not know.
    return null;
  }
}
