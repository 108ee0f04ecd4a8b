import type { Sql, TransactionSql } from "postgres";

/** A table with its columns, both quoted; what the database reckons itself is not copied. */
export interface StoredTable {
  readonly name: string;
  readonly columns: string;
}

/** Whoever is signed in signs in again after a restore. */
const PASSING = ["public.session"];

export async function listTables(sql: Sql | TransactionSql): Promise<readonly StoredTable[]> {
  const rows = await sql<{ name: string; columns: string; plain: string }[]>`
    select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name, n.nspname || '.' || c.relname as plain,
           (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'statistics', 'sealed') and c.relkind = 'r' order by n.nspname, c.relname`;
  return rows.filter(({ plain }) => !PASSING.includes(plain)).map(({ name, columns }) => ({ name, columns }));
}
