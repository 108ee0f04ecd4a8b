import type { ActorTransaction, Database } from "@kompassen/db";

/** A database whose every transaction is taken back, after counting which rows it would have changed. */
export interface RolledBackDatabase extends Database {
  /** Changed rows by table since this was last asked; the log itself is left out. */
  changes(): ReadonlyMap<string, number>;
  /** Whether changes are counted from now on: what reads through both locks need not be asked each time. */
  count(isCounting: boolean): void;
}

/** Every read and every refusal writes to the log, which is what the log is for; attempts are counted likewise. */
const LOG = /^(?:audit_|emergency_attempt$)/;

class TakenBack extends Error {}

/** One at a time: what the latest transaction changed is kept until the next. */
export function rollBack(database: Database): RolledBackDatabase {
  let changes: ReadonlyMap<string, number> = new Map();
  let isCounting = true;
  return {
    ...database,
    count: (next) => {
      isCounting = next;
    },
    changes: () => {
      const latest = changes;
      changes = new Map();
      return latest;
    },
    transaction: async (actor, work, options) => {
      changes = new Map();
      const kept: { result?: Awaited<ReturnType<typeof work>> } = {};
      try {
        await database.transaction(
          actor,
          async (tx) => {
            const before = isCounting ? countChanges(tx) : null;
            before?.catch(() => {});
            const last: (() => Promise<unknown>)[] = [];
            const result = await work({ ...tx, atCommit: (send) => last.push(send) });
            await Promise.all(last.map((send) => send()));
            if (before !== null) {
              await tx.sql`set constraints all immediate`;
              changes = difference(await before, await countChanges(tx));
            }
            kept.result = result;
            throw new TakenBack();
          },
          options,
        );
      } catch (error) {
        if (!(error instanceof TakenBack)) throw error;
      }
      return kept.result as Awaited<ReturnType<typeof work>>;
    },
  };
}

async function countChanges({ sql }: ActorTransaction): Promise<Map<string, number>> {
  const rows = await sql<{ name: string; changes: number }[]>`
    select relname as name, (n_tup_ins + n_tup_upd + n_tup_del)::int as changes from pg_stat_xact_user_tables
     where schemaname in ('public', 'sealed', 'statistics') and n_tup_ins + n_tup_upd + n_tup_del > 0`;
  return new Map(rows.filter(({ name }) => !LOG.test(name)).map(({ name, changes }) => [name, changes]));
}

function difference(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): Map<string, number> {
  return new Map(
    [...after].flatMap(([name, count]) => {
      const change = count - (before.get(name) ?? 0);
      return change === 0 ? [] : [[name, change] as const];
    }),
  );
}
