import { type VerifiedLog, verifyKommun } from "@kompassen/api/audit";
import type { Database } from "@kompassen/db";
import { listPublishedKommuner } from "./heads-folder.ts";
import { type HeadFileFault, type ReadHeads, readGivenHeads, readLatestHeads } from "./read-heads.ts";

export interface VerifiedKommun extends VerifiedLog {
  /** The file of heads that the log was held to; null when none has been published. */
  readonly heads: string | null;
  readonly headFaults: readonly HeadFileFault[];
}

export interface VerifyRequest {
  /** All that have a log, or something published of one, when null. */
  readonly kommunCode: string | null;
  readonly folder: string;
  /** One file of heads instead of the folder's latest. */
  readonly headsFile: string | null;
}

/** Verifies one kommun after the other, each in a snapshot of its own. */
export async function verifyLogs(
  database: Database,
  { kommunCode, folder, headsFile }: VerifyRequest,
): Promise<VerifiedKommun[]> {
  const given = headsFile === null ? null : await readGivenHeads(headsFile);
  const only = kommunCode ?? given?.kommunCode ?? null;
  const kommuner = only === null ? await listKommuner(database, folder) : [only];
  const verified: VerifiedKommun[] = [];
  for (const code of kommuner) {
    const heads = given ?? (await readLatestHeads(folder, code));
    verified.push(await verifyOne(database, code, heads));
  }
  return verified;
}

async function verifyOne(database: Database, kommunCode: string, heads: ReadHeads): Promise<VerifiedKommun> {
  const actor = { type: "system", kommunCode, job: "verify-log" } as const;
  const log = await database.transaction(actor, ({ sql }) => verifyKommun(sql, kommunCode, heads.published), {
    snapshot: true,
  });
  return { ...log, heads: heads.name, headFaults: heads.faults };
}

/** A kommun whose log is gone altogether is known by what was published of it. */
async function listKommuner(database: Database, folder: string): Promise<string[]> {
  const logged = await database.sql<
    { kommun_code: string }[]
  >`select kommun_code from kompass.logged_kommuner()`;
  const published = await listPublishedKommuner(folder);
  return [...new Set([...logged.map(({ kommun_code }) => kommun_code), ...published])].toSorted();
}

export const isWhole = ({ faults, headFaults }: VerifiedKommun) =>
  faults.length === 0 && headFaults.length === 0;
