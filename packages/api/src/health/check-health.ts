import type { Database } from "@kompassen/db";

export interface Health {
  readonly status: "ok" | "unavailable";
  readonly database: "ok" | "unavailable";
  /** Latest applied migration; null when the database does not answer. */
  readonly migration: string | null;
  readonly version: string;
}

/** Asks the database, without any actor, whether it answers and how far it is migrated. */
export async function checkHealth(database: Database, version: string): Promise<Health> {
  try {
    const [row] = await database.sql<{ migration: string }[]>`select kompass.latest_migration() as migration`;
    return { status: "ok", database: "ok", migration: row?.migration ?? null, version };
  } catch {
    return { status: "unavailable", database: "unavailable", migration: null, version };
  }
}
