import type { Database } from "@kompassen/db";
import { hashToken, newToken } from "../session/index.ts";
import type { Vouched } from "./finish-login.ts";

const MINUTES = 30;

/** A guardian whom a login service has vouched for, before any letter has said whose guardian. */
export interface GuardianArrival {
  readonly issuer: string;
  readonly subject: string;
  readonly acr: string;
}

/** @returns the token for a cookie; what it stands for is gone after half an hour. */
export async function noteArrival(database: Database, { login, key, acr }: Vouched): Promise<string> {
  const token = newToken();
  await database.sql`
    with old as (delete from guardian_arrival where expires_at < now())
    insert into guardian_arrival (token_hash, issuer, subject, acr, expires_at)
    values (${hashToken(token)}, ${login.source.key}, ${key}, ${acr}, now() + make_interval(mins => ${MINUTES}))`;
  return token;
}

export async function findArrival(database: Database, token: string): Promise<GuardianArrival | null> {
  const [row] = await database.sql<GuardianArrival[]>`
    select issuer, subject, acr from guardian_arrival
     where token_hash = ${hashToken(token)} and expires_at > now()`;
  return row ?? null;
}

export async function forgetArrival(database: Database, token: string): Promise<void> {
  await database.sql`delete from guardian_arrival where token_hash = ${hashToken(token)}`;
}
