import type { TestDatabase } from "@kompassen/db/testing";

/** What is written of a child by somebody who may not follow it, and is not a child's own to guard. */
const NOT_WATCHED = ["emergency_access", "emergency_attempt"];

/**
 * Lets the database refuse, with a sign of its own, every change of an arranged child's row by somebody who does not
 * stand to it: what slips past both locks is caught where it happens, before it is taken back.
 */
export async function watchForeignChanges(
  admin: TestDatabase["admin"],
  reach: readonly { readonly actor: string; readonly prefix: string }[],
): Promise<void> {
  await admin`create schema if not exists watched`;
  await admin`create table if not exists watched.reach (actor uuid, prefix text, primary key (actor, prefix))`;
  await admin`truncate watched.reach`;
  await admin`
    insert into watched.reach
    select * from jsonb_to_recordset(${JSON.stringify(reach)}::text::jsonb) as r (actor uuid, prefix text)`;
  await admin.unsafe(`
    create or replace function watched.refuse() returns trigger language plpgsql security definer as $$
    declare
      child_touched text := coalesce(to_jsonb(new) ->> tg_argv[0], to_jsonb(old) ->> tg_argv[0]);
      touched text := left(child_touched, 8);
      acts text := nullif(current_setting('kompass.actor', true), '');
    begin
      -- A new child may have been given the id of another row: only the arranged ones are looked after.
      if child_touched like 'c0de%000000000001' and acts is not null
         and not exists (select 1 from watched.reach r where r.actor = acts::uuid and r.prefix = touched) then
        raise exception 'foreign change of % by %', tg_table_name, acts using errcode = 'FZ001';
      end if;
      return null;
    end $$`);
  const tables = await admin<{ name: string; column: string }[]>`
    select c.relname as name, a.attname as column from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = case c.relname when 'child' then 'id' else 'child_id' end
     where n.nspname = 'public' and c.relkind = 'r' and not a.attisdropped and c.relname <> all(${NOT_WATCHED})
       and c.relname not like 'audit%'`;
  for (const { name, column } of tables)
    await admin.unsafe(
      `create or replace trigger watched after insert or update or delete on "${name}"
         for each row execute function watched.refuse('${column}')`,
    );
}

/** @returns which table was changed, or null when the error is another */
export function foreignChanges(error: unknown): string | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause)
    if ("code" in at && at.code === "FZ001") return at.message;
  return null;
}
