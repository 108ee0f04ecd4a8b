import postgres, { type Sql } from "postgres";
import { takeFiles, untilYes } from "./files-turn.ts";

const PATIENCE_MS = 60_000;

/**
 * Writes every table with a child's data anew, so that the database's files no longer hold what was deleted: not in
 * dead rows, not in the planner's samples of values, not in the write-ahead log. Tables are closed one at a time
 * while theirs is written.
 * @param adminUrl a superuser's; on a managed server see docs/operations/retention.md
 * @param options.patienceMs how long others are waited for in all
 * @throws FilesInUse when a backup, or somebody who still sees what was deleted, does not end; nothing is lost by it,
 *   and the next one does it
 */
export async function rewriteFiles(
  adminUrl: string,
  { patienceMs = PATIENCE_MS }: { readonly patienceMs?: number } = {},
): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, max_lifetime: null, fetch_types: false, onnotice: () => {} });
  const giveUpAt = performance.now() + patienceMs;
  try {
    await takeFiles(sql, giveUpAt);
    const runs = await sql<{ kommun_code: string; id: string }[]>`
      select kommun_code, id from purge_run where state = 'purged' and rewritten_at is null`;
    // Whoever comes to a table while it is waited for waits too.
    await sql`set lock_timeout = '2s'`;
    const rewrite = (statement: string) => untilYes(() => isDone(sql, statement), giveUpAt);
    const tables = await sql<{ name: string }[]>`
      select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'sealed') and c.relkind = 'r' order by 1`;
    await untilUnseen(sql, giveUpAt);
    for (const { name } of tables) await rewrite(`vacuum (full, analyze) ${name}`);
    // Samples of values (names, comments) that the planner kept of the deleted rows.
    await untilUnseen(sql, giveUpAt);
    for (const name of ["pg_statistic", "pg_statistic_ext_data"]) await rewrite(`vacuum full ${name}`);
    // The log up to here is no longer needed to recover, and goes with the checkpoint: it is not recycled.
    await sql`select pg_switch_wal()`;
    await sql`checkpoint`;
    await sql`select pg_switch_wal()`;
    await sql`checkpoint`;
    // A purge that was done meanwhile is another's to write.
    for (const { kommun_code, id } of runs) {
      await sql`update purge_run set rewritten_at = now() where kommun_code = ${kommun_code} and id = ${id}`;
    }
  } finally {
    await sql.end();
  }
}

/** Until nobody has a look at the database from before now: rows that somebody still sees are written anew too. */
async function untilUnseen(sql: Sql, giveUpAt: number): Promise<void> {
  const [now] = await sql<
    { xid: string }[]
  >`select pg_snapshot_xmax(pg_current_snapshot())::xid::text as xid`;
  const xid = now?.xid ?? "";
  await untilYes(async () => {
    const older = await sql`
      select 1 from (
        select unnest(array[backend_xid, backend_xmin]) as seen from pg_stat_activity
         where pid <> pg_backend_pid()
           and (datname = current_database() or backend_type = 'walsender')
        union all select transaction from pg_prepared_xacts where database = current_database()
        union all select xmin from pg_replication_slots) others
       where age(seen) > age(${xid}::text::xid) limit 1`;
    return older.length === 0;
  }, giveUpAt);
}

async function isDone(sql: Sql, statement: string): Promise<boolean> {
  try {
    await sql.unsafe(statement);
    return true;
  } catch (error) {
    if (error instanceof postgres.PostgresError && error.code === "55P03") return false;
    throw error;
  }
}
