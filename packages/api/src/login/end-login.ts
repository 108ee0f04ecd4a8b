import * as oidc from "openid-client";
import type { Login } from "./open-login.ts";

/**
 * Where to send the browser to end the login at the login service too; null when it has no such address or does not
 * answer. No token of the login is kept for it: it would name the person.
 */
export async function endLoginAddress(login: Login, returnTo: string): Promise<string | null> {
  try {
    const configuration = await login.connect();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
    return oidc.buildEndSessionUrl(configuration, { post_logout_redirect_uri: returnTo }).href;
  } catch {
    return null;
  }
}
