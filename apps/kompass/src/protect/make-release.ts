import { createHash } from "node:crypto";
import path from "node:path";
import { type EarlierRelease, expectation, InputFaults, parseLattice } from "@kompassen/disclosure";
import type { ProtectRequest } from "./arguments.ts";
import { writeAudit } from "./audit-json.ts";
import { type ProtectInput, protectTable } from "./protect-table.ts";
import { writePublished } from "./published-csv.ts";
import { parseJson, readRelease, readText } from "./read-release.ts";
import { readTable } from "./read-table.ts";
import { writeRelease } from "./write-release.ts";

type ReleaseRequest = Extract<ProtectRequest, { verb: "release" }>;

/** What everybody may know of a finished release. */
export interface ReleaseSummary {
  readonly cells: number;
  readonly hidden: number;
}

async function readInput(request: ReleaseRequest, folder: string): Promise<ProtectInput> {
  const read = (file: string) => readText(path.resolve(folder, file), file);
  const latticeText = await read(request.lattice);
  const countsText = await read(request.counts);
  const lattice = parseLattice(parseJson(request.lattice, latticeText));
  const { population: file } = request;
  const population = file === null ? null : readTable(file, await read(file));
  const earlier: EarlierRelease[] = [];
  for (const name of request.previous) {
    if (path.resolve(folder, name) === path.resolve(folder, request.out)) {
      const expected = expectation("own_folder");
      throw new InputFaults("--out", [{ row: null, column: "", value: name, expected }]);
    }
    earlier.push(await readRelease(path.resolve(folder, name), name, lattice));
  }
  // Without a key of its own the tables are the key: as secret as they are, and the same for the same input.
  const hash = createHash("sha256").update(latticeText).update("\0").update(countsText);
  const key = request.key === null ? hash.digest("hex") : await read(request.key);
  const table = readTable(request.counts, countsText);
  return { lattice, table, population, earlier, periods: request.periods, key };
}

/** Reads, protects and writes one release; nothing is written unless all of it is. */
export async function makeRelease(request: ReleaseRequest, folder: string): Promise<ReleaseSummary> {
  const input = await readInput(request, folder);
  const start = performance.now();
  const { cells, decimals, certificate, tally, findings } = await protectTable(input);
  const seconds = (performance.now() - start) / 1000;
  const { lattice, periods } = input;
  await writeRelease(path.resolve(folder, request.out), request.out, {
    published: writePublished(lattice, cells, decimals),
    audit: writeAudit({ lattice, periods, tally, findings, seconds }),
    certificate: `${JSON.stringify(certificate)}\n`,
  });
  return { cells: cells.length, hidden: tally.primary + tally.secondary };
}
