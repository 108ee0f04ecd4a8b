import { PgDialect } from "drizzle-orm/pg-core";
import { PostgresJsDatabase, PostgresJsSession } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { type Lane, openClient } from "./lane.ts";
import { LanePool } from "./lane-pool.ts";

/** A person who has signed in; the database decides by relation what this person reaches. */
export interface PersonActor {
  readonly type: "person";
  readonly kommunCode: string;
  readonly personId: string;
  /** The one child that the transaction is about: nothing of any other child is reached. */
  readonly aboutChild?: string;
  /** Whether a form of that child is handed in: another one open for it does not close its earlier scores. */
  readonly isHandingIn?: boolean;
}

/** A job within one kommun. It has no relation to any child and uses its own database role. */
export interface SystemActor {
  readonly type: "system";
  readonly kommunCode: string;
  readonly job: string;
}

/** A guardian who has signed in; reached through the role `kompass_family` only. */
export interface GuardianActor {
  readonly type: "guardian";
  readonly kommunCode: string;
  readonly accountId: string;
  /** The one child that the transaction is about. */
  readonly aboutChild?: string;
}

export type Actor = PersonActor | SystemActor | GuardianActor;

/** One transaction of one actor: the typed builder, and plain SQL where that reads better. */
export interface ActorTransaction {
  readonly db: PostgresJsDatabase;
  readonly sql: Sql;
  /** Writes whose answer nobody needs before the end: sent together with the commit, which they can still fail. */
  atCommit(send: () => Promise<unknown>): void;
}

export interface Database {
  /**
   * All of `work` in one transaction as `actor`; an error rolls back everything, the audit row included.
   * @param options.snapshot every query sees the database as it was at the first
   */
  transaction<T>(
    actor: Actor,
    work: (tx: ActorTransaction) => Promise<T>,
    options?: { readonly snapshot?: boolean },
  ): Promise<T>;
  /** Outside any actor: only what needs none (sessions, health). */
  readonly sql: Sql;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Most transactions at once. */
  readonly connections?: number;
  /** Milliseconds that a transaction waits for one of them; then it is refused. */
  readonly longestWait?: number;
  /** Of the server, for these connections alone: `lock_timeout` and the like. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Milliseconds without a word from the server before it counts as away: within a transaction, and outside. */
  readonly longestSilence?: { readonly inTransaction: number; readonly outside: number };
}

/** Enough for what needs no actor: a query each, answered one after the other. */
const MOST_WITHOUT_ACTOR = 4;

/** Longer than a busy minute's queue, shorter than a person's patience. */
const LONGEST_WAIT = 5_000;

/**
 * @param url address of one of the login roles; never the owner's.
 *
 * Values as they travel: dates and timestamps are text; JSON goes in as text (`JSON.stringify`) and comes out parsed.
 */
export function openDatabase(
  url: string,
  { connections = 10, longestWait = LONGEST_WAIT, settings = {}, longestSilence }: DatabaseOptions = {},
): Database {
  const lanes = new LanePool(url, {
    most: connections,
    longestWait,
    settings,
    longestSilence: longestSilence?.inTransaction ?? null,
  });
  const sql = openClient(
    url,
    { max: Math.min(connections, MOST_WITHOUT_ACTOR), connection: settings },
    longestSilence?.outside,
  );
  return {
    sql,
    transaction: (actor, work, options) => inTransaction(lanes, actor, work, options?.snapshot === true),
    close: async () => {
      await Promise.all([sql.end({ timeout: 5 }), lanes.end()]);
    },
  };
}

async function inTransaction<T>(
  lanes: LanePool,
  actor: Actor,
  work: (tx: ActorTransaction) => Promise<T>,
  isSnapshot: boolean,
): Promise<T> {
  const lane = await lanes.take();
  try {
    return await lane.unlessLost(runOn(lane, actor, work, isSnapshot));
  } finally {
    lanes.giveBack(lane);
  }
}

async function runOn<T>(
  lane: Lane,
  actor: Actor,
  work: (tx: ActorTransaction) => Promise<T>,
  isSnapshot: boolean,
): Promise<T> {
  const { sql } = lane;
  try {
    // Sent at once and before anything of the work, answered together with its first query: no round trips of
    // their own. A query is otherwise sent only when somebody waits for it.
    const begun = isSnapshot ? sql`begin isolation level repeatable read` : sql`begin`;
    const opened = Promise.all([begun.execute(), nameActor(sql, actor).execute()]);
    opened.catch(() => {});
    const last: (() => Promise<unknown>)[] = [];
    const result = await work({ sql, db: buildOn(sql), atCommit: (send) => last.push(send) });
    await opened;
    await commitWith(sql, last);
    return result;
  } catch (error) {
    // A lost connection has rolled back by itself; one that cannot is not used again.
    if (!lane.isLost()) await sql`rollback`.catch(() => lane.end());
    throw error;
  }
}

/** The server commits nothing that one of the last writes has failed; what could not be sent it does not know of. */
async function commitWith(sql: Sql, last: readonly (() => Promise<unknown>)[]): Promise<void> {
  const writes = last.map((send) => send());
  let isRefused = false;
  for (const write of writes) {
    write.catch(() => {
      isRefused = true;
    });
  }
  // By the next tick every query has been handed to the connection, or has been refused for its values.
  await new Promise<void>((resolve) => process.nextTick(resolve));
  if (!isRefused) writes.push(sql`commit`.execute());
  await Promise.all(writes);
}

const DIALECT = new PgDialect();

/** The typed builder on one reserved connection, so that it and plain SQL share the transaction. */
function buildOn(sql: Sql): PostgresJsDatabase {
  return new PostgresJsDatabase(DIALECT, new PostgresJsSession(sql, DIALECT, undefined, {}), undefined);
}

function nameActor(sql: Sql, actor: Actor) {
  const actorId = actor.type === "person" ? actor.personId : actor.type === "guardian" ? actor.accountId : "";
  const aboutChild = (actor.type !== "system" && actor.aboutChild) || "";
  const handingIn = actor.type === "person" && actor.isHandingIn === true ? aboutChild : "";
  return sql`select set_config('kompass.kommun', ${actor.kommunCode}, true),
                    set_config('kompass.actor', ${actorId}, true),
                    set_config('kompass.about', ${aboutChild}, true),
                    set_config('kompass.handing_in', ${handingIn}, true)`;
}
