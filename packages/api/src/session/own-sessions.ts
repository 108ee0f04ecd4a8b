import type { Database } from "@kompassen/db";
import type { FoundSession } from "./session.ts";

/** One of a person's own logins, as it is listed to that person. */
export interface OwnSession {
  readonly id: string;
  /** Browser and system in a word; null when the browser did not say. */
  readonly device: string | null;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly isThis: boolean;
}

interface Row {
  readonly id: string;
  readonly device: string | null;
  readonly created_at: string;
  readonly last_seen_at: string;
}

/** The logins of the same account that still hold, the latest used first. */
export async function listOwnSessions(database: Database, own: FoundSession): Promise<OwnSession[]> {
  const rows = await database.sql<Row[]>`
    select id, device, created_at, last_seen_at from kompass.sessions_beside(${kommunOf(own)}, ${own.id})`;
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    startedAt: new Date(row.created_at),
    lastSeenAt: new Date(row.last_seen_at),
    isThis: row.id === own.id,
  }));
}

const FRESH_MINUTES = 15;

/** Whether whoever ends logins has proved lately who they are: a screen left open is not enough. */
export function isFresh({ steppedUpAt }: Pick<FoundSession, "steppedUpAt">, now: Date): boolean {
  return steppedUpAt !== null && now.getTime() - steppedUpAt.getTime() <= FRESH_MINUTES * 60_000;
}

/** Ends one login of the same account, or all but this one. What is somebody else's is left as if it were not there. */
export async function endOwnSessions(
  database: Database,
  own: FoundSession,
  which: string | "others",
): Promise<void> {
  await database.sql`
    select kompass.end_sessions_beside(${kommunOf(own)}, ${own.id}, ${which === "others" ? null : which})`;
}

const kommunOf = ({ signedIn, guardian }: FoundSession) => (signedIn ?? guardian)?.kommunCode ?? "";
