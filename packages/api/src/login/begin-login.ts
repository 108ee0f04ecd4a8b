import type { Database } from "@kompassen/db";
import * as oidc from "openid-client";
import { beginAttempt, type LoginPurpose } from "./attempt.ts";
import { acceptedLevels } from "./level.ts";
import type { Login } from "./open-login.ts";

interface BeginLogin {
  readonly purpose: LoginPurpose;
  /** A path of ours. */
  readonly returnTo: string;
  /** Where the login service sends people back, as it is registered there. */
  readonly callback: string;
  /** The cookie of an earlier attempt in the same browser. */
  readonly browser?: string | undefined;
}

/** Where to send the browser, and the cookie that binds the answer to it. */
export interface BegunLogin {
  readonly address: string;
  readonly browser: string;
}

/**
 * Begins a login: authorization code with PKCE, state and nonce, and the levels that are enough. Stepping up asks
 * the login service to ask the person anew.
 * @throws LoginFault `unreachable`
 */
export async function beginLogin(
  database: Database,
  login: Login,
  { purpose, returnTo, callback, browser: known }: BeginLogin,
): Promise<BegunLogin> {
  const configuration = await login.connect();
  const codeVerifier = oidc.randomPKCECodeVerifier();
  const nonce = oidc.randomNonce();
  const { source } = login;
  const attempt = { issuer: source.key, purpose, codeVerifier, nonce, returnTo };
  const { state, browser } = await beginAttempt(database, attempt, known);
  const address = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: callback,
    response_type: "code",
    scope: source.scope,
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: "S256",
    acr_values: acceptedLevels(source.acr, purpose).join(" "),
    ...(purpose === "step_up" ? { prompt: "login", max_age: "0" } : {}),
  });
  return { address: address.href, browser };
}
