import postgres from "postgres";

/**
 * Writes every table with a child's data anew, so that the database's files no longer hold what was deleted: not in
 * dead rows, not in the planner's samples of values, not in the write-ahead log. Tables are closed one at a time
 * while theirs is written.
 * @param adminUrl a superuser's; on a managed server see docs/operations/retention.md
 */
export async function rewriteFiles(adminUrl: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const tables = await sql<{ name: string }[]>`
      select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'sealed') and c.relkind = 'r' order by 1`;
    for (const { name } of tables) await sql.unsafe(`vacuum (full, analyze) ${name}`);
    // Samples of values (names, comments) that the planner kept of the deleted rows.
    for (const name of ["pg_statistic", "pg_statistic_ext_data"]) await sql.unsafe(`vacuum full ${name}`);
    // The log up to here is no longer needed to recover, and goes with the checkpoint: it is not recycled.
    await sql`select pg_switch_wal()`;
    await sql`checkpoint`;
    await sql`select pg_switch_wal()`;
    await sql`checkpoint`;
    await sql`select kompass.mark_rewritten()`;
  } finally {
    await sql.end();
  }
}
