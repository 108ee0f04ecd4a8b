import type { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import type { Sql } from "postgres";

/**
 * The rows of a `copy … to stdout`, part by part as they come, however slowly they are used. The driver pauses its
 * socket when a part is not taken at once, and wakes it only when the next is asked for: after the last one nobody asks,
 * and the connection would never answer again. So it is woken here, and what is not wanted is let run past.
 */
export async function* copyOut(sql: Pick<Sql, "unsafe">, statement: string): AsyncGenerator<Buffer> {
  const rows: Readable = await sql.unsafe(statement).readable();
  try {
    yield* rows.iterator({ destroyOnReturn: false });
  } finally {
    if (!rows.readableEnded && !rows.destroyed) await finished(rows.resume());
    rows._read(0);
  }
}
