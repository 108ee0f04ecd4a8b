import { createHmac } from "node:crypto";
import type { Sql } from "postgres";

/**
 * Roles of the database. None may bypass row security.
 * - `kompass_owner` owns the tables and cannot log in;
 * - `kompass_access` owns the functions that read relations to decide access, and cannot log in;
 * - `kompass_purge` owns the functions that purge, and cannot log in;
 * - `kompass_app` serves people, always as one named actor;
 * - `kompass_job` runs imports and other jobs within one kommun;
 * - `kompass_stats` serves statistics and reads no child's row;
 * - `kompass_family` serves guardians: their own children, and of those what the family is told.
 */
export const LOGIN_ROLES = ["kompass_app", "kompass_job", "kompass_stats", "kompass_family"] as const;
export type LoginRole = (typeof LOGIN_ROLES)[number];

/** Idempotent: makes the roles that are missing and sets the passwords of those that log in. */
export async function ensureRoles(sql: Sql, secret: string): Promise<void> {
  for (const role of ["kompass_owner", "kompass_access", "kompass_purge"]) {
    await createIfMissing(sql, role, "nologin");
    await sql.unsafe(`grant ${role} to current_user`);
  }
  for (const role of LOGIN_ROLES) {
    await createIfMissing(sql, role, "login");
    // A role's password cannot be a parameter; this one is hex only.
    await sql.unsafe(`alter role ${role} with login password '${rolePassword(secret, role)}'`);
  }
}

async function createIfMissing(sql: Sql, role: string, login: "login" | "nologin"): Promise<void> {
  const found = await sql`select 1 from pg_roles where rolname = ${role}`;
  if (found.length > 0) return;
  await sql.unsafe(`create role ${role} ${login} nosuperuser nocreatedb nocreaterole nobypassrls`);
}

/**
 * The same secret gives the same password, so that several servers can share one database.
 * @throws Error without a secret: the password would be the same everywhere
 */
function rolePassword(secret: string, role: LoginRole): string {
  if (secret === "") {
    throw new Error("DATABASE_URL behöver ett lösenord: av det görs lösenorden för Kompassens egna roller.");
  }
  return createHmac("sha256", secret).update(`kompassen:${role}`).digest("hex");
}

/** The address by which a role reaches the database that `adminUrl` names. */
export function roleUrl(adminUrl: string, role: LoginRole): string {
  const url = new URL(adminUrl);
  const secret = decodeURIComponent(url.password);
  url.username = role;
  url.password = rolePassword(secret, role);
  return url.toString();
}
