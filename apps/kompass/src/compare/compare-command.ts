import { createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { readEquivalenceCsv, readHistoryCsv } from "@kompassen/api/csv";
import { DEFAULT_RULES, indexEquivalences } from "@kompassen/domain/follow-up";
import { type FileFault, faultText, todayInSweden } from "@kompassen/domain/shared";
import type { Io } from "../io.ts";
import { compareFile, FORMATS, type Format } from "./compare-file.ts";

const USAGE = "kompass compare history.csv [--equivalence f.csv] [--format table|csv|json]";

const DONE = 0;
const REFUSED = 2;

type Request = { readonly history: string; readonly equivalence: string | null; readonly format: Format };

/**
 * `kompass compare`: the follow-up rules on a file, without a database. Prints the comparisons and answers
 * 0; or prints every fault of the files to stderr, nothing to stdout, and answers 2.
 */
export async function compareCommand(args: string[], io: Io): Promise<number> {
  const request = readRequest(args);
  if (request === null) {
    io.stderr.write(`${USAGE}\n`);
    return REFUSED;
  }
  const missing = await findMissing(request, io.folder);
  if (missing.length > 0) {
    for (const file of missing) io.stderr.write(`Hittar inte filen ${file}.\n`);
    return REFUSED;
  }
  const open = (file: string) => createReadStream(path.resolve(io.folder, file), { highWaterMark: 1 << 18 });
  const today = todayInSweden(new Date());
  const history = await readHistoryCsv(open(request.history), { today, knownVersions: null });
  const equivalences =
    request.equivalence === null ? null : await readEquivalenceCsv(open(request.equivalence));
  if (!history.ok) reportFaults(request.history, history.faults, io);
  if (equivalences !== null && !equivalences.ok) {
    reportFaults(request.equivalence ?? "", equivalences.faults, io);
  }
  if (!history.ok || equivalences?.ok === false) return REFUSED;
  const index = indexEquivalences(equivalences === null ? [] : equivalences.value);
  for (const text of compareFile(history.value, request.format, DEFAULT_RULES, index)) io.stdout.write(text);
  return DONE;
}

function readRequest(args: string[]): Request | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { equivalence: { type: "string" }, format: { type: "string", default: "table" } },
    });
    const format = FORMATS.find((candidate) => candidate === values.format);
    const [history, ...others] = positionals;
    if (history === undefined || others.length > 0 || format === undefined) return null;
    return { history, equivalence: values.equivalence ?? null, format };
  } catch {
    // parseArgs throws on an option it does not know.
    return null;
  }
}

async function findMissing({ history, equivalence }: Request, folder: string): Promise<string[]> {
  const files = equivalence === null ? [history] : [history, equivalence];
  const found = await Promise.allSettled(files.map((file) => access(path.resolve(folder, file))));
  return files.filter((_, index) => found[index]?.status === "rejected");
}

function reportFaults(file: string, faults: readonly FileFault[], io: Io): void {
  const count = faults.length === 1 ? "1 fel" : `${faults.length} fel`;
  const lines = faults.map((fault) => faultText(fault, "sv"));
  io.stderr.write(`${file}: ${count}. Inget har jämförts.\n${lines.join("\n")}\n`);
}
