import { setTimeout } from "node:timers/promises";
import type { Sql } from "postgres";

/** A backup, a rewriting or a long reading is at the files, in words for the person who waits for them. */
export class FilesInUse extends Error {
  readonly code = "files_in_use";

  constructor() {
    super(
      "Databasens filer används just nu av en säkerhetskopia, en gallring eller en lång läsning. Försök igen om en stund.",
    );
    this.name = "FilesInUse";
  }
}

const EVERY_MS = 100;

/**
 * Asks until the answer is yes. Between the questions nothing is held: whoever waits in the database keeps old rows
 * from going, which is what the other may be at.
 * @param giveUpAt by `performance.now()`
 * @throws FilesInUse
 */
export async function untilYes(ask: () => Promise<boolean>, giveUpAt: number): Promise<void> {
  while (!(await ask())) {
    if (performance.now() >= giveUpAt) throw new FilesInUse();
    await setTimeout(EVERY_MS);
  }
}

/**
 * A backup reads what a rewriting takes away, and keeps it from going: one at a time, for as long as the connection
 * lives.
 * @param giveUpAt by `performance.now()`
 * @throws FilesInUse
 */
export function takeFiles(sql: Sql, giveUpAt: number): Promise<void> {
  return untilYes(async () => {
    const [lock] = await sql`select pg_try_advisory_lock(hashtext('kompassen files')) as mine`;
    return lock?.mine === true;
  }, giveUpAt);
}
