import { createHash, randomBytes } from "node:crypto";
import type { Database } from "@kompassen/db";
import type { PersonRole } from "@kompassen/domain/people";
import type { SignedIn } from "../context/index.ts";

const ABSOLUTE_HOURS = 10;

/** Only the hash is stored: whoever reads the table cannot sign in. */
function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

interface PersonRow {
  readonly kommun_code: string;
  readonly person_id: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly title: string;
  readonly roles: PersonRole[];
}

/** Who a token belongs to; null when it is unknown, too old, left alone too long, or the account is closed. */
export async function findSession(database: Database, token: string): Promise<SignedIn | null> {
  const [row] = await database.sql<PersonRow[]>`select * from kompass.use_session(${hashToken(token)})`;
  if (row === undefined) return null;
  return {
    kommunCode: row.kommun_code,
    personId: row.person_id,
    name: `${row.given_name} ${row.family_name}`,
    title: row.title,
    roles: row.roles,
  };
}

/** @returns the token for the cookie; it is shown once and never stored. */
export async function startSession(
  database: Database,
  { kommunCode, personId }: { kommunCode: string; personId: string },
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await database.sql`
    insert into session (token_hash, kommun_code, person_id, expires_at)
    values (${hashToken(token)}, ${kommunCode}, ${personId}, now() + make_interval(hours => ${ABSOLUTE_HOURS}))`;
  return token;
}

export async function endSession(database: Database, token: string): Promise<void> {
  await database.sql`delete from session where token_hash = ${hashToken(token)}`;
}
