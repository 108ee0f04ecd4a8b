import { getTableColumns } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import type { Sql } from "postgres";
import { FILLED_TABLES, type FilledTable, type KommunRows } from "./kommun-rows.ts";

const ROWS_A_STATEMENT = 2000;

/** Fills every table in order, many rows a statement; returns how many rows went in. */
export async function insertRows(
  sql: Sql,
  rows: KommunRows,
  onTable: (table: FilledTable, rows: number) => void = () => {},
): Promise<number> {
  let inserted = 0;
  for (const name of Object.keys(FILLED_TABLES) as FilledTable[]) {
    await insertInto(sql, FILLED_TABLES[name], rows[name]);
    inserted += rows[name].length;
    onTable(name, rows[name].length);
  }
  return inserted;
}

/**
 * As one JSON text a statement: a parameter a cell would meet the limit of 65 535 after two thousand assessments.
 * Only columns that some row names are filled; the others take their default.
 */
async function insertInto(sql: Sql, table: PgTable, rows: readonly object[]): Promise<void> {
  const { name } = getTableConfig(table);
  const used = new Set(rows.flatMap((row) => Object.keys(row)));
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => used.has(key));
  const names = columns.map(([, column]) => `"${column.name}"`).join(", ");
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    const chunk = rows.slice(start, start + ROWS_A_STATEMENT).map((row) => {
      const values: Readonly<Record<string, unknown>> = { ...row };
      return Object.fromEntries(columns.map(([key, column]) => [column.name, values[key]]));
    });
    // The names are the schema's own; the rows travel as a parameter.
    await sql.unsafe(
      `insert into "${name}" (${names}) select ${names} from jsonb_populate_recordset(null::"${name}", $1::text::jsonb)`,
      [JSON.stringify(chunk)],
    );
  }
}
