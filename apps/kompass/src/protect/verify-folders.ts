import path from "node:path";
import {
  type EarlierRelease,
  expectation,
  InputFaults,
  latestLattice,
  readCounts,
  readScores,
  type Verification,
  verifyMeansReleases,
  verifyReleases,
} from "@kompassen/disclosure";
import type { ProtectRequest } from "./arguments.ts";
import { hasScores } from "./protect-table.ts";
import { CERTIFICATE, readRelease, readSealed, readText } from "./read-release.ts";
import { readTable } from "./read-table.ts";

type VerifyRequest = Extract<ProtectRequest, { verb: "verify" }>;

/** Checks the certificates in these folders against the counts, without the solver. */
export async function verifyFolders(request: VerifyRequest, folder: string): Promise<Verification> {
  const sealed = await Promise.all(
    request.releases.map(async (name) => ({
      certificate: await readSealed(path.resolve(folder, name), name),
    })),
  );
  const lattice = latestLattice(sealed);
  if (lattice === null) {
    const [name = ""] = request.releases;
    const fault = { row: null, column: "", value: "", expected: expectation("file") };
    throw new InputFaults(path.join(name, CERTIFICATE), [fault]);
  }
  const releases: EarlierRelease[] = [];
  for (const name of request.releases) {
    releases.push(await readRelease(path.resolve(folder, name), name, lattice));
  }
  const text = await readText(path.resolve(folder, request.counts), request.counts);
  const table = readTable(request.counts, text);
  if (hasScores(table)) {
    return verifyMeansReleases(lattice, readScores(lattice, table.header, table.lines), releases);
  }
  return verifyReleases(lattice, readCounts(lattice, table.header, table.lines), releases);
}
