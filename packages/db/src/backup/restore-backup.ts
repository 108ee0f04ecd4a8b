import { createHash, type Hash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { createZstdDecompress } from "node:zlib";
import postgres, { type TransactionSql } from "postgres";
import { copyOut } from "../connection/index.ts";
import { migrateDatabase, migrationStatus } from "../migrate/index.ts";
import { BrokenBackup, checkBackup, openBackup } from "./backup-file.ts";
import { type CopyIn, copyIn } from "./copy-in.ts";
import { readTables } from "./read-tables.ts";
import { listTables, type StoredTable } from "./stored-tables.ts";
import { settle, takeName, whileRestoring, withDatabase } from "./take-name.ts";
import { Presence } from "./while-there.ts";
import type { BackupSummary, TableEnd } from "./write-backup.ts";

/**
 * Makes the database that `adminUrl` names from a backup: in a new database beside it, which takes the name only
 * when every row is in and has been read back. Until then nothing that was there is touched.
 * @param options.replace whether a database that holds something may be replaced
 * @param options.beforeServing what is done to the restored database before it takes the name
 * @throws BrokenBackup
 */
export async function restoreBackup(
  adminUrl: string,
  file: string,
  options: {
    readonly key: Uint8Array;
    readonly replace?: boolean;
    readonly beforeServing?: (restoredUrl: string) => Promise<void>;
  },
): Promise<Omit<BackupSummary, "bytes">> {
  const head = await checkBackup(file, options.key);
  if (options.replace !== true && (await holdsSomething(adminUrl))) throw new BrokenBackup("not_empty");
  return whileRestoring(adminUrl, async (server, names) => {
    const besideUrl = withDatabase(adminUrl, names.beside);
    try {
      await settle(server, names);
      await server.unsafe(`drop database if exists "${names.beside}" with (force)`);
      await server.unsafe(`create database "${names.beside}"`);
      await migrateDatabase(besideUrl, { upTo: head.migrations });
      const { applied } = await migrationStatus(besideUrl);
      if (applied < head.migrations) throw new BrokenBackup("newer_version");
      const summary = await fill(besideUrl, async (sink) => {
        const { encrypted, decipher } = await openBackup(file, options.key);
        const decompress = createZstdDecompress();
        await pipeline(encrypted, decipher, decompress, (source) => readTables(source, sink)).catch(
          (error) => {
            throw error instanceof BrokenBackup || isOfDatabase(error) ? error : new BrokenBackup("damaged");
          },
        );
      });
      await migrateDatabase(besideUrl);
      await options.beforeServing?.(besideUrl);
      await takeName(server, names);
      return summary;
    } finally {
      // What cannot be cleared away now is when Kompassen starts.
      await settle(server, names).catch(() => {});
    }
  });
}

type Sink = Parameters<typeof readTables>[1];

async function fill(
  url: string,
  read: (sink: Sink) => Promise<void>,
): Promise<{ tables: number; rows: number }> {
  const presence = new Presence();
  const { onclose } = presence;
  const sql = postgres(url, { max: 1, max_lifetime: null, fetch_types: false, onnotice: () => {}, onclose });
  const ends = new Map<StoredTable, TableEnd>();
  try {
    const restore = async (tx: TransactionSql) => {
      // The rows agreed with each other when they were saved: triggers and keys would only ask again.
      await tx`set local session_replication_role = replica`;
      for (const { name } of await listTables(tx)) await tx.unsafe(`delete from ${name}`);
      await read(copyInto(tx, ends, presence));
      for (const [table, end] of ends) {
        presence.check();
        if ((await digestOf(tx, table)) !== end.sha256) throw new BrokenBackup("damaged");
      }
    };
    await sql.begin((tx) => presence.during(() => restore(tx)));
    await sql`analyze`;
  } catch (error) {
    throw asInterrupted(error);
  } finally {
    await sql.end({ timeout: 5 });
  }
  let rows = 0;
  for (const end of ends.values()) rows += end.rows;
  return { tables: ends.size, rows };
}

function copyInto(tx: TransactionSql, ends: Map<StoredTable, TableEnd>, presence: Presence): Sink {
  let into: { readonly table: StoredTable; readonly copy: CopyIn; readonly digest: Hash } | undefined;
  return {
    begin: async (table) => {
      const statement = `copy ${table.name} (${table.columns}) from stdin`;
      const copy = await copyIn(tx, statement, presence).catch(interrupt);
      into = { table, copy, digest: createHash("sha256") };
    },
    rows: async (part) => {
      if (into === undefined) throw new BrokenBackup("damaged");
      into.digest.update(part);
      await into.copy.write(part).catch(interrupt);
    },
    end: async (end) => {
      if (into === undefined || into.digest.digest("hex") !== end.sha256) throw new BrokenBackup("damaged");
      const { copy, table } = into;
      into = undefined;
      await copy.end().catch(interrupt);
      ends.set(table, end);
    },
  };
}

function interrupt(error: unknown): never {
  throw asInterrupted(error);
}

function asInterrupted(error: unknown): BrokenBackup {
  return error instanceof BrokenBackup ? error : new BrokenBackup("interrupted", { cause: error });
}

/** Read back as it was read when it was saved: the same bytes, or it is not the same table. */
async function digestOf(tx: TransactionSql, { name, columns }: StoredTable): Promise<string> {
  const digest = createHash("sha256");
  for await (const part of copyOut(tx, `copy ${name} (${columns}) to stdout`)) digest.update(part);
  return digest.digest("hex");
}

async function holdsSomething(adminUrl: string): Promise<boolean> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const [found] = await sql`select to_regclass('public.kommun') is not null as yes`;
    if (found?.yes !== true) return false;
    return (await sql`select 1 from kommun limit 1`).length > 0;
  } catch (error) {
    // The database itself is not there yet.
    if (isOfDatabase(error) && error.code === "3D000") return false;
    throw error;
  } finally {
    await sql.end();
  }
}

function isOfDatabase(error: unknown): error is Error & { code: string } {
  return error instanceof postgres.PostgresError;
}
