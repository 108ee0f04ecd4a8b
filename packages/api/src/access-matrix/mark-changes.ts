import type { TestDatabase } from "@kompassen/db/testing";

/** Every read and every refusal writes to the log, which is what the log is for; attempts are counted likewise. */
const LOG = "^(audit_|emergency_attempt$)";

/**
 * Gives the matrix's own database what it asks with: every table notes in the transaction that a row of it was
 * changed, and `matrix.arrange` lets a transaction begin with rows of its own, past every lock.
 */
export async function markChanges(admin: TestDatabase["admin"]): Promise<void> {
  await admin.unsafe(`
    create schema if not exists matrix;
    grant usage on schema matrix to public;
    create or replace function matrix.note() returns trigger language plpgsql as $$
    declare noted constant text := coalesce(current_setting('matrix.changed', true), '');
    begin
      if not tg_table_name::text = any(string_to_array(noted, ' ')) then
        perform set_config('matrix.changed', ltrim(noted || ' ' || tg_table_name), true);
      end if;
      return null;
    end $$;
    create or replace function matrix.arrange(rows jsonb) returns void language plpgsql security definer
      set session_replication_role = replica as $$
    declare t record;
    begin
      for t in select key, value from jsonb_each(rows) loop
        execute (select format('insert into %s (%s) select %2$s from jsonb_populate_recordset(null::%1$s, $1)',
                               t.key, string_agg(quote_ident(name), ', ')) from jsonb_object_keys(t.value -> 0) name)
          using t.value;
      end loop;
    end $$;
    grant execute on function matrix.arrange to public`);
  const tables = await admin<{ schema: string; name: string }[]>`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'sealed', 'statistics') and c.relkind = 'r' and c.relname !~ ${LOG}`;
  await admin.unsafe(
    tables
      .map(
        ({ schema, name }) => `create or replace trigger matrix_note after insert or update or delete
          on "${schema}"."${name}" for each row execute function matrix.note()`,
      )
      .join(";\n"),
  );
}
