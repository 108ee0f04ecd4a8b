import type { ActorTransaction } from "@kompassen/db";
import {
  type ChainHead,
  type FirstFormNames,
  LOG_FAULTS,
  type LogFault,
  type LogFaultKind,
  type LogRow,
  type PublishedHeads,
  verifyLog,
} from "@kompassen/domain/audit";
import { streamLog } from "./log-rows.ts";
import { sha256 } from "./sha256.ts";

type Sql = ActorTransaction["sql"];

export interface VerifiedLog {
  readonly kommunCode: string;
  readonly rows: number;
  readonly chains: number;
  /** How many of each kind; the first of them stand in `faults`. */
  readonly counts: Readonly<Partial<Record<LogFaultKind, number>>>;
  readonly faults: readonly LogFault[];
}

/** Enough to see what has happened; a chain that was written anew is wrong in every row. */
const MOST_NAMED = 100;

/**
 * Recomputes every chain of the kommun that the transaction names, and holds the ends to the heads stored and published.
 * The transaction must be a snapshot: heads and rows of the same moment.
 */
export async function verifyKommun(
  sql: Sql,
  kommunCode: string,
  published: PublishedHeads | null,
): Promise<VerifiedLog> {
  const heads = await readChainHeads(sql);
  const namesOf = await readFirstFormNames(sql);
  const storedHeads = new Map(heads.map((head) => [head.chain, head]));
  const verifier = verifyLog({ kommunCode, storedHeads, published, sha256, namesOf });
  const faults: LogFault[] = [];
  const counts = new Map<LogFaultKind, number>();
  const note = (found: readonly LogFault[]) => {
    for (const fault of found) {
      counts.set(fault.kind, (counts.get(fault.kind) ?? 0) + 1);
      if (faults.length < MOST_NAMED) faults.push(fault);
    }
  };
  note((await findTurnedAliases(sql)).map((chain) => ({ kind: "alias", kommunCode, chain, sequence: 0 })));
  let rows = 0;
  for await (const part of streamLog(sql)) {
    rows += part.length;
    for (const row of part) note(verifier.take(row));
  }
  note(verifier.end());
  return { kommunCode, rows, chains: heads.length, counts: inOrder(counts), faults };
}

function inOrder(counts: ReadonlyMap<LogFaultKind, number>): VerifiedLog["counts"] {
  return Object.fromEntries(
    LOG_FAULTS.flatMap((kind) => {
      const count = counts.get(kind);
      return count === undefined ? [] : [[kind, count]];
    }),
  );
}

/** The stored ends of the chains of the kommun that the transaction names; those without a row are left out. */
export async function readChainHeads(sql: Sql): Promise<ChainHead[]> {
  return await sql<ChainHead[]>`
    select chain, sequence::float8 as sequence, encode(hash, 'hex') as hash from audit_chain
     where kommun_code = kompass.kommun() and sequence > 0 order by chain::text collate "C"`;
}

/** Aliases that are not the commitment of their salt: nobody but whoever wrote past the constraint makes one. */
async function findTurnedAliases(sql: Sql): Promise<string[]> {
  const turned = await sql<{ alias: string }[]>`
    select alias from audit_child where kommun_code = kompass.kommun()
       and uuid_send(alias) <> substring(sha256(salt || uuid_send(child_id)) for 16)
    union all
    select alias from audit_actor where kommun_code = kompass.kommun()
       and uuid_send(alias) <> substring(sha256(salt || uuid_send(actor_id)) for 16)`;
  return turned.map(({ alias }) => alias);
}

/** Whom rows of the first form name: only they need it, and only what has not been forgotten is known. */
async function readFirstFormNames(sql: Sql): Promise<(row: LogRow) => FirstFormNames | null> {
  const [found] = await sql<{ any: boolean }[]>`
    select exists (select 1 from audit_log where kommun_code = kompass.kommun() and first_hash is not null) as any`;
  if (found?.any !== true) return () => null;
  const known = await sql<{ alias: string; id: string }[]>`
    select alias, child_id as id from audit_child where kommun_code = kompass.kommun()
    union all select alias, actor_id from audit_actor where kommun_code = kompass.kommun()`;
  const ids = new Map(known.map(({ alias, id }) => [alias, id]));
  return (row) => {
    const { actorKind, childAlias, childAliases } = row;
    const actor = actorKind === "system" ? row.actor : ids.get(row.actor);
    const childId = childAlias === null ? null : ids.get(childAlias);
    const childIds = childAliases?.map((alias) => ids.get(alias)) ?? null;
    if (actor === undefined || childId === undefined) return null;
    if (childIds !== null && !isKnown(childIds)) return null;
    // A chain that is nobody's own has kept its name.
    return { chain: ids.get(row.chain) ?? row.chain, actor, childId, childIds };
  };
}

function isKnown(ids: readonly (string | undefined)[]): ids is readonly string[] {
  return ids.every((id) => id !== undefined);
}
