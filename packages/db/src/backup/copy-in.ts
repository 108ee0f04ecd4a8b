import { setImmediate } from "node:timers/promises";
import type { TransactionSql } from "postgres";
import type { Presence } from "./while-there.ts";

/** The rows of a `copy … from stdin`, part by part. Whatever ends it too early is the answer to the next call. */
export interface CopyIn {
  write(part: Buffer): Promise<void>;
  end(): Promise<void>;
}

/**
 * The driver tells of a copy that failed only through its stream, at any moment, and of one that failed after its last
 * row not at all: so somebody listens all the time, and the end is believed when the next question is answered.
 */
export async function copyIn(tx: TransactionSql, statement: string, presence: Presence): Promise<CopyIn> {
  presence.check();
  const stream = await tx.unsafe(statement).writable();
  const failed = new Promise<never>((_resolve, reject) => stream.on("error", reject));
  failed.catch(() => {});
  const write = (part: Buffer) =>
    new Promise<void>((resolve, reject) => {
      stream.write(part, (error) => (error ? reject(error) : resolve()));
    });
  return {
    write: (part) => Promise.race([failed, write(part)]),
    end: async () => {
      stream.end();
      // The question may not overtake the end of the rows, which the stream sends in its own time.
      await setImmediate();
      presence.check();
      await Promise.race([failed, tx`select 1`]);
    },
  };
}
