import { createHash } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createZstdCompress } from "node:zlib";
import postgres, { type TransactionSql } from "postgres";
import { copyOut } from "../connection/index.ts";
import { sealing } from "./backup-file.ts";
import { takeFiles } from "./files-turn.ts";
import { listTables } from "./stored-tables.ts";

export interface BackupSummary {
  readonly tables: number;
  readonly rows: number;
  readonly bytes: number;
}

/** What the stream says of a table when its rows are over. */
export interface TableEnd {
  readonly rows: number;
  readonly sha256: string;
}

const PATIENCE_MS = 600_000;

/**
 * The whole database as it is at one moment, encrypted, while people go on working. The file appears under its name
 * when it is whole and on the disk.
 * @param adminUrl reads past row security
 * @param options.key 32 bytes
 * @param options.patienceMs how long a rewriting of the files is waited for
 * @throws FilesInUse when it does not end
 */
export async function writeBackup(
  adminUrl: string,
  file: string,
  {
    key,
    now,
    patienceMs = PATIENCE_MS,
  }: { readonly key: Uint8Array; readonly now: Date; readonly patienceMs?: number },
): Promise<BackupSummary> {
  const sql = postgres(adminUrl, { max: 1, max_lifetime: null, fetch_types: false, onnotice: () => {} });
  const unfinished = `${file}.part`;
  let handle: FileHandle | undefined;
  try {
    await takeFiles(sql, performance.now() + patienceMs);
    // Alone at it, what is there of that name is of somebody who was killed.
    await rm(unfinished, { force: true });
    const part = await open(unfinished, "wx", 0o600);
    handle = part;
    const summary = await sql.begin("isolation level repeatable read read only", async (tx) => {
      const [row] = await tx<{ migrations: number }[]>`
        select count(*)::int as migrations from migration.__drizzle_migrations`;
      const about = { createdAt: now.toISOString(), migrations: row?.migrations ?? 0 };
      return writeTables(tx, part, key, about);
    });
    await part.sync();
    await part.close();
    await rename(unfinished, file);
    return summary;
  } catch (error) {
    if (handle !== undefined) {
      await handle.close().catch(() => {});
      await rm(unfinished, { force: true });
    }
    throw error;
  } finally {
    await sql.end();
  }
}

async function writeTables(
  tx: TransactionSql,
  handle: FileHandle,
  key: Uint8Array,
  about: { readonly createdAt: string; readonly migrations: number },
): Promise<BackupSummary> {
  const { start, cipher } = sealing(key, about);
  let [tables, rows, bytes] = [0, 0, 0];
  const write = async (part: Uint8Array) => {
    // All of it: a disk that is nearly full takes a part, and says so only to whoever writes the rest.
    await handle.writeFile(part);
    bytes += part.length;
  };
  async function* said() {
    for (const { name, columns } of await listTables(tx)) {
      tables += 1;
      yield Buffer.from(`${JSON.stringify({ table: name, columns })}\n`);
      const digest = createHash("sha256");
      let count = 0;
      for await (const part of copyOut(tx, `copy ${name} (${columns}) to stdout`)) {
        digest.update(part);
        for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, at + 1)) count += 1;
        yield part;
      }
      rows += count;
      const end: TableEnd = { rows: count, sha256: digest.digest("hex") };
      yield Buffer.from(`\\.\n${JSON.stringify(end)}\n`);
    }
    yield Buffer.from(`${JSON.stringify({ end: tables })}\n`);
  }
  await write(start);
  const toFile = new Writable({
    write: (part: Buffer, _encoding, done) => {
      write(part).then(() => done(), done);
    },
  });
  await pipeline(Readable.from(said(), { objectMode: false }), createZstdCompress(), cipher, toFile);
  await write(cipher.getAuthTag());
  return { tables, rows, bytes };
}
