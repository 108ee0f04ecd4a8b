import { once } from "node:events";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { zstdDecompressSync } from "node:zlib";
import postgres from "postgres";
import { migrateDatabase } from "../migrate/index.ts";

const FIXTURES = path.resolve(import.meta.dirname, "../migrate/fixtures");

/** Releases that somebody may run, by how many migrations they had, with what such a one held of the demo. */
export const EARLIER_RELEASES = [{ migrations: 5, file: "release-0004.copy.zst" }] as const;

/**
 * Makes an empty database into one of an earlier release, with its rows, as that release wrote them.
 * @returns how many rows each table holds
 */
export async function makeEarlierRelease(
  adminUrl: string,
  { migrations, file }: (typeof EARLIER_RELEASES)[number],
): Promise<ReadonlyMap<string, number>> {
  await migrateDatabase(adminUrl, { upTo: migrations });
  const stored = zstdDecompressSync(await readFile(path.join(FIXTURES, file)));
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  const counts = new Map<string, number>();
  try {
    await sql.begin(async (tx) => {
      // The rows agreed with each other when they were saved.
      await tx`set local session_replication_role = replica`;
      for (const { table, columns, rows, part } of tablesOf(stored)) {
        const stream = await tx.unsafe(`copy ${table} (${columns}) from stdin`).writable();
        stream.end(part);
        await once(stream, "finish");
        counts.set(table, rows);
      }
    });
  } finally {
    await sql.end();
  }
  return counts;
}

interface StoredPart {
  readonly table: string;
  readonly columns: string;
  readonly rows: number;
  readonly part: Buffer;
}

/** A line of JSON for each table, and then so many bytes of COPY text. */
function* tablesOf(stored: Buffer): Generator<StoredPart> {
  let at = 0;
  while (at < stored.length) {
    const end = stored.indexOf(10, at);
    const head: { table: string; columns: string; rows: number; bytes: number } = JSON.parse(
      stored.subarray(at, end).toString(),
    );
    at = end + 1 + head.bytes;
    yield { ...head, part: stored.subarray(end + 1, at) };
  }
}
