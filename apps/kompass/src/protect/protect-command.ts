import { InputFaults, ProtectionFailed, SolverError, Unprotectable } from "@kompassen/disclosure";
import type { Io } from "../io.ts";
import { type ProtectRequest, readArguments } from "./arguments.ts";
import { makeRelease } from "./make-release.ts";
import { verifyFolders } from "./verify-folders.ts";
import { writeFaults } from "./write-faults.ts";

const USAGE = `kompass protect --lattice lattice.json --counts counts.csv --period 2026Q1 [--period 2026 ...]
    [--previous MAPP ...] [--population pop.csv] [--key FIL] --out MAPP
kompass protect verify MAPP ... --counts counts.csv
`;

const DONE = 0;
const UNSAFE = 1;
const REFUSED = 2;

/**
 * `kompass protect`: the statistics library on a municipality's own files. Answers 0 when the release is
 * written (or verified), 1 when it cannot be published safely (or the proof fails), 2 when the input is at
 * fault; in the last two cases nothing is written.
 */
export async function protectCommand(args: string[], io: Io): Promise<number> {
  const request = readArguments(args);
  if (request === null) {
    io.stderr.write(USAGE);
    return REFUSED;
  }
  try {
    return request.verb === "verify" ? await verify(request, io) : await release(request, io);
  } catch (error) {
    return report(error, request, io);
  }
}

async function release(request: Extract<ProtectRequest, { verb: "release" }>, io: Io): Promise<number> {
  const { cells, hidden } = await makeRelease(request, io.folder);
  const periods = request.periods.join(", ");
  io.stdout.write(
    `${request.out}: ${periods}, ${cells} celler, varav ${hidden} visas inte. Granskad utan röjanden.\n`,
  );
  return DONE;
}

async function verify(request: Extract<ProtectRequest, { verb: "verify" }>, io: Io): Promise<number> {
  const { failures, sensitive, worlds } = await verifyFolders(request, io.folder);
  if (failures.length === 0) {
    io.stdout.write(`Intyget håller: ${sensitive} känsliga tal, ${worlds} möjliga världar.\n`);
    return DONE;
  }
  io.stderr.write(`Intyget håller inte:\n${failures.map((failure) => `  ${failure}\n`).join("")}`);
  return UNSAFE;
}

function report(error: unknown, request: ProtectRequest, io: Io): number {
  if (error instanceof InputFaults) {
    writeFaults(io, nameOfSource(error.source, request), error);
    return REFUSED;
  }
  if (error instanceof Unprotectable) {
    io.stderr.write(
      "Inget har skrivits. Det finns tal som inte går att skydda ens om allt i utgåvan döljs: tidigare utgåvor eller befolkningstalen röjer dem redan. Välj en grövre nivå eller avstå.\n",
    );
    return UNSAFE;
  }
  if (error instanceof ProtectionFailed || error instanceof SolverError) {
    io.stderr.write(`Inget har skrivits. ${error.message}\n`);
    return UNSAFE;
  }
  throw error;
}

/** The library speaks of its inputs by kind; the person knows them by file name. */
function nameOfSource(source: string, request: ProtectRequest): string {
  if (source === "counts") return request.counts;
  if (request.verb === "verify") return source;
  if (source === "lattice") return request.lattice;
  if (source === "population" && request.population !== null) return request.population;
  return source === "periods" ? "--period" : source;
}
