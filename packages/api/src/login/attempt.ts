import type { Database } from "@kompassen/db";
import { hashToken, newToken } from "../session/index.ts";
import { LoginFault } from "./login-fault.ts";

const MINUTES = 10;

export type LoginPurpose = "sign_in" | "step_up";

/** What is sent out with a person to a login service, and must come back. */
export interface Attempt {
  readonly issuer: string;
  readonly purpose: LoginPurpose;
  readonly codeVerifier: string;
  readonly nonce: string;
  readonly returnTo: string;
}

/**
 * @param known what binds an earlier attempt to the same browser: two tabs may be on their way at once
 * @returns the state for the login service, and what binds the answer to this browser: a cookie.
 */
export async function beginAttempt(
  database: Database,
  attempt: Attempt,
  known: string | undefined,
): Promise<{ readonly state: string; readonly browser: string }> {
  const state = newToken();
  const browser = known ?? newToken();
  await database.sql`
    with old as (delete from login_attempt where expires_at < now() - interval '1 hour')
    insert into login_attempt (state_hash, browser_hash, issuer, purpose, code_verifier, nonce, return_to, expires_at)
    values (${hashToken(state)}, ${hashToken(browser)}, ${attempt.issuer}, ${attempt.purpose},
            ${attempt.codeVerifier}, ${attempt.nonce}, ${attempt.returnTo}, now() + make_interval(mins => ${MINUTES}))`;
  return { state, browser };
}

interface Row {
  readonly issuer: string;
  readonly purpose: LoginPurpose;
  readonly code_verifier: string;
  readonly nonce: string;
  readonly return_to: string;
}

/**
 * Takes up the attempt that an answer belongs to. It is used then, whatever comes of it.
 * @throws LoginFault `not_begun`, `used_already` or `too_late`
 */
export async function takeAttempt(
  database: Database,
  { state, browser }: { readonly state: string; readonly browser: string | undefined },
): Promise<Attempt> {
  const stateHash = hashToken(state);
  const browserHash = hashToken(browser ?? "");
  const [row] = await database.sql<Row[]>`
    update login_attempt set used_at = now()
     where state_hash = ${stateHash} and browser_hash = ${browserHash} and used_at is null and expires_at > now()
    returning issuer, purpose, code_verifier, nonce, return_to`;
  if (row === undefined) throw await whyNot(database, stateHash, browserHash);
  return {
    issuer: row.issuer,
    purpose: row.purpose,
    codeVerifier: row.code_verifier,
    nonce: row.nonce,
    returnTo: row.return_to,
  };
}

async function whyNot(database: Database, stateHash: string, browserHash: string): Promise<LoginFault> {
  const [row] = await database.sql<{ is_used: boolean; is_mine: boolean }[]>`
    select used_at is not null as is_used, browser_hash = ${browserHash} as is_mine
      from login_attempt where state_hash = ${stateHash}`;
  if (row?.is_used === true) return new LoginFault("used_already");
  return new LoginFault(row?.is_mine === true ? "too_late" : "not_begun");
}
