import type { Database } from "@kompassen/db";
import * as oidc from "openid-client";
import { type Attempt, takeAttempt } from "./attempt.ts";
import { explainFailure } from "./explain-failure.ts";
import { acceptedLevels } from "./level.ts";
import { LoginFault } from "./login-fault.ts";
import type { Login } from "./open-login.ts";
import { pseudonymOf } from "./pseudonym.ts";

/** Somebody whom a login service has vouched for. */
export interface Vouched {
  readonly login: Login;
  readonly purpose: Attempt["purpose"];
  readonly returnTo: string;
  /** The staff's login key, or who the guardian is there; pseudonymised when so configured. */
  readonly key: string;
  readonly acr: string;
  /** What the login service says of roles; null when nothing is configured of it. */
  readonly roleValues: readonly string[] | null;
}

type Claims = Readonly<Record<string, unknown>>;

/** A step up counts when the login service asked within this long. */
const FRESH_SECONDS = 120;

/**
 * What a login service sent the browser back with.
 * @param answer.address the whole address of the callback, as people reach it
 * @throws LoginFault
 */
export async function finishLogin(
  database: Database,
  logins: readonly Login[],
  answer: { readonly address: URL; readonly browser: string | undefined },
): Promise<Vouched> {
  const state = answer.address.searchParams.get("state");
  if (state === null) throw new LoginFault("not_begun");
  const attempt = await takeAttempt(database, { state, browser: answer.browser });
  const login = logins.find(({ source }) => source.key === attempt.issuer);
  if (login === undefined) throw new LoginFault("not_begun");
  try {
    const claims = await askForClaims(login, attempt, answer.address, state);
    return vouched(login, attempt, claims);
  } catch (error) {
    throw explainFailure(error);
  }
}

async function askForClaims(login: Login, attempt: Attempt, address: URL, state: string): Promise<Claims> {
  const configuration = await login.connect();
  const tokens = await oidc.authorizationCodeGrant(configuration, address, {
    pkceCodeVerifier: attempt.codeVerifier,
    expectedState: state,
    expectedNonce: attempt.nonce,
    ...(attempt.purpose === "step_up" ? { maxAge: FRESH_SECONDS } : {}),
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new LoginFault("not_matching");
  if (login.source.keyClaim in claims || !configuration.serverMetadata().userinfo_endpoint) return claims;
  return { ...(await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub)), ...claims };
}

function vouched(login: Login, { purpose, returnTo }: Attempt, claims: Claims): Vouched {
  const { source } = login;
  const { acr } = claims;
  if (typeof acr !== "string" || !acceptedLevels(source.acr, purpose).includes(acr)) {
    throw new LoginFault("too_weak");
  }
  const key = claims[source.keyClaim];
  if (typeof key !== "string" || key === "" || key.length > 255) throw new LoginFault("unknown_person");
  if (source.kind === "staff" && !key.endsWith(source.keyEnding ?? ""))
    throw new LoginFault("unknown_person");
  return {
    login,
    purpose,
    returnTo,
    key: source.pseudonym === null ? key : pseudonymOf(key, source.pseudonym),
    acr,
    roleValues:
      source.kind === "staff" && source.roles !== undefined ? toList(claims[source.roles.claim]) : null,
  };
}

function toList(value: unknown): readonly string[] {
  const values = Array.isArray(value) ? value : [value];
  return values.filter((one) => typeof one === "string");
}
