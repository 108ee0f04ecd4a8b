import type { ActorTransaction, Database } from "@kompassen/db";

/** Rows by table, all of a table with the same columns. */
export type ArrangedRows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** A database whose every transaction is taken back, after it was asked which tables it would have changed. */
export interface RolledBackDatabase extends Database {
  /** Tables that the latest transaction changed since this was last asked; the log itself is left out. */
  changes(): ReadonlySet<string>;
  /** Every transaction from now on begins with these rows; they are taken back with it. */
  arrange(rows: ArrangedRows | null): void;
}

/** Ends every transaction. One is enough for all: nobody reads where it was thrown. */
const TAKEN_BACK = new Error("taken back");

/** One at a time: what the latest transaction changed is kept until the next. */
export function rollBack(database: Database): RolledBackDatabase {
  let changes: ReadonlySet<string> = new Set();
  let arranged: ArrangedRows | null = null;
  return {
    ...database,
    arrange: (rows) => {
      arranged = rows;
    },
    changes: () => {
      const latest = changes;
      changes = new Set();
      return latest;
    },
    transaction: async (actor, work, options) => {
      changes = new Set();
      const kept: { result?: Awaited<ReturnType<typeof work>> } = {};
      try {
        await database.transaction(
          actor,
          async (tx) => {
            if (arranged !== null) await arrangeWithin(tx, arranged);
            const last: (() => Promise<unknown>)[] = [];
            const result = await work({ ...tx, atCommit: (send) => last.push(send) });
            await Promise.all(last.map((send) => send()));
            changes = await readChanges(tx);
            kept.result = result;
            throw TAKEN_BACK;
          },
          options,
        );
      } catch (error) {
        if (error !== TAKEN_BACK) throw error;
      }
      return kept.result as Awaited<ReturnType<typeof work>>;
    },
  };
}

/** In a database whose changes are marked: past every lock, and taken back with the transaction. */
export async function arrangeWithin({ sql }: ActorTransaction, rows: ArrangedRows): Promise<void> {
  await sql`select matrix.arrange(${JSON.stringify(rows)}::text::jsonb)`;
}

/** What waits for the end is done first. In a database that notes no changes there are none. */
async function readChanges({ sql }: ActorTransaction): Promise<ReadonlySet<string>> {
  const [, [noted]] = await Promise.all([
    sql`set constraints all immediate`.execute(),
    sql<{ changed: string | null }[]>`select current_setting('matrix.changed', true) as changed`.execute(),
  ]);
  return new Set((noted?.changed ?? "").split(" ").filter((table) => table !== ""));
}
