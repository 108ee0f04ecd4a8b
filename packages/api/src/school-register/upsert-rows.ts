import type { ActorTransaction } from "@kompassen/db";
import type { RegisterRun } from "./register-run.ts";

/** A table of the register: what a row is known by, and the other columns with their types. */
export interface RegisterTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, "text" | "date" | "text[]" | "bytea">>;
}

export interface Written {
  readonly added: number;
  readonly changed: number;
}

/**
 * Writes rows by `source_id`: new ones in, changed ones over, all marked as seen in this reading.
 * @param rows by the columns' names; bytea as hexadecimal text
 */
export async function upsertRows(
  { sql }: ActorTransaction,
  { name, columns }: RegisterTable,
  run: RegisterRun,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<Written> {
  if (rows.length === 0) return { added: 0, changed: 0 };
  const names = Object.keys(columns);
  // jsonb has no bytes: they travel as hexadecimal text.
  const sent = Object.entries(columns).map(
    ([column, type]) => `${column} ${type === "bytea" ? "text" : type}`,
  );
  const values = names.map((column) =>
    columns[column] === "bytea" ? `decode(s.${column}, 'hex')` : `s.${column}`,
  );
  const list = names.join(", ");
  // The names are this room's own; the rows travel as a parameter.
  const [counted] = await sql.unsafe<Written[]>(
    `with s as (
       select source_id, ${values.map((value, index) => `${value} as ${names[index]}`).join(", ")}
         from jsonb_to_recordset($1::text::jsonb) as s (source_id text, ${sent.join(", ")})
     ), compared as (
       select count(*) filter (where t.source_id is null)::int as added,
              count(*) filter (where t.source_id is not null and (${prefix("t", names)}) is distinct from (${prefix("s", names)}))::int as changed
         from s left join ${name} t on t.kommun_code = kompass.kommun() and t.source_id = s.source_id
     ), written as (
       insert into ${name} (kommun_code, source_id, ${list}, seen_run_id)
       select kompass.kommun(), source_id, ${list}, $2::uuid from s
       on conflict (kommun_code, source_id) do update
          set ${names.map((column) => `${column} = excluded.${column}`).join(", ")}, seen_run_id = excluded.seen_run_id
     )
     select added, changed from compared`,
    [JSON.stringify(rows), run.id],
  );
  if (counted === undefined) throw new Error("nothing was counted");
  return counted;
}

function prefix(alias: string, names: readonly string[]): string {
  return names.map((column) => `${alias}.${column}`).join(", ");
}
