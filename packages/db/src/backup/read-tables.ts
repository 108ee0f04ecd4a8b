import { BrokenBackup } from "./backup-file.ts";
import type { StoredTable } from "./stored-tables.ts";
import type { TableEnd } from "./write-backup.ts";

/** Where the rows of one table go; `end` says what there should have been. */
export interface TableSink {
  begin(table: StoredTable): Promise<void>;
  rows(part: Buffer): Promise<void>;
  end(end: TableEnd): Promise<void>;
}

const ROWS_OVER = Buffer.from("\\.\n");

/**
 * Parts the stream of a backup into its tables: a line of JSON, rows in COPY's text form, the line `\.`, a line of
 * JSON. A row never begins with a lone `\.`: COPY escapes it.
 * @throws BrokenBackup `damaged` when it ends before its last line
 */
export async function readTables(stream: AsyncIterable<Buffer>, sink: TableSink): Promise<void> {
  let held: Buffer = Buffer.alloc(0);
  let state: "table" | "rows" | "end" | "over" = "table";
  for await (const part of stream) {
    held = held.length === 0 ? part : Buffer.concat([held, part]);
    for (;;) {
      if (state === "rows") {
        const over = endOfRows(held);
        const whole = over ?? held.lastIndexOf(10) + 1;
        if (whole > 0) await sink.rows(held.subarray(0, whole));
        held = held.subarray(whole);
        if (over === null) break;
        held = held.subarray(ROWS_OVER.length);
        state = "end";
      }
      const line = held.indexOf(10);
      if (line < 0 || state === "over") break;
      const said: unknown = JSON.parse(held.subarray(0, line).toString());
      held = held.subarray(line + 1);
      if (state === "end") {
        await sink.end(said as TableEnd);
        state = "table";
      } else if (isTable(said)) {
        await sink.begin({ name: said.table, columns: said.columns });
        state = "rows";
      } else state = "over";
    }
  }
  if (state !== "over" || held.length > 0) throw new BrokenBackup("damaged");
}

/** Where the line `\.` begins; null when it has not come yet. */
function endOfRows(held: Buffer): number | null {
  if (held.subarray(0, ROWS_OVER.length).equals(ROWS_OVER)) return 0;
  const at = held.indexOf("\n\\.\n");
  return at < 0 ? null : at + 1;
}

function isTable(said: unknown): said is { table: string; columns: string } {
  return typeof said === "object" && said !== null && "table" in said && "columns" in said;
}
