import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { ensureRoles } from "../roles/index.ts";

const FOLDER = path.resolve(import.meta.dirname, "../../migrations");

/**
 * Brings the database that `adminUrl` names to this version: roles, then each named migration, then ownership.
 * @param options.upTo only the first so many migrations: the database as an earlier version made it
 */
export async function migrateDatabase(
  adminUrl: string,
  options: { readonly upTo?: number } = {},
): Promise<void> {
  const secret = decodeURIComponent(new URL(adminUrl).password);
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    // Two servers that start together take turns.
    await sql`select pg_advisory_lock(hashtext('kompassen.migrate'))`;
    await ensureRoles(sql, secret);
    await withMigrations(options.upTo, (migrationsFolder) =>
      migrate(drizzle(sql), { migrationsFolder, migrationsSchema: "migration" }),
    );
    await sql.unsafe(await readFile(path.join(FOLDER, "ownership.sql"), "utf8"));
  } finally {
    await sql.end();
  }
}

async function withMigrations(
  upTo: number | undefined,
  run: (folder: string) => Promise<void>,
): Promise<void> {
  if (upTo === undefined) return run(FOLDER);
  const folder = await mkdtemp(path.join(tmpdir(), "kompassen-migrations-"));
  try {
    await cp(FOLDER, folder, { recursive: true });
    const file = path.join(folder, "meta", "_journal.json");
    const journal: { entries: unknown[] } = JSON.parse(await readFile(file, "utf8"));
    await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, upTo) }));
    await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export interface MigrationStatus {
  readonly applied: number;
  readonly known: number;
}

export async function migrationStatus(adminUrl: string): Promise<MigrationStatus> {
  const journal: { entries: unknown[] } = JSON.parse(
    await readFile(path.join(FOLDER, "meta", "_journal.json"), "utf8"),
  );
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const [row] = await sql`select count(*)::int as applied from migration.__drizzle_migrations`;
    return { applied: row?.applied, known: journal.entries.length };
  } finally {
    await sql.end();
  }
}
