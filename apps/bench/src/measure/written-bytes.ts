import type { Sql } from "postgres";

/** Bytes of write-ahead log that some work made; other writers must be still meanwhile. */
export async function writtenBytes(admin: Sql, work: () => Promise<unknown>): Promise<number> {
  const before = await position(admin);
  await work();
  return (await position(admin)) - before;
}

async function position(admin: Sql): Promise<number> {
  const [row] = await admin<{ bytes: string }[]>`
    select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::text as bytes`;
  return Number(row?.bytes);
}
