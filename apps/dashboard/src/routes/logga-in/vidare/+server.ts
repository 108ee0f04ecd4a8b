import { error, redirect } from "@sveltejs/kit";
import { goToLogin } from "#lib/server/begin-login.ts";
import { runtime } from "#lib/server/runtime.ts";
import { parseReturnPath } from "#lib/shared/parse-return-path.ts";
import { isLedByAnotherSite } from "../../../hooks/is-own-request.ts";
import type { RequestHandler } from "./$types";

/**
 * On to the login service named by `tjanst`; with `bekrafta` the person who is logged in proves anew who they are.
 * A GET, since a browser lets no form of ours lead to another site.
 */
export const GET: RequestHandler = (event) => {
  const { url, locals } = event;
  const { logins } = runtime();
  const returnTo = parseReturnPath(url.searchParams.get("till"));
  const isStepUp = url.searchParams.has("bekrafta");
  // With a login service that remembers the person, a link on another site would log them in unasked.
  if (isLedByAnotherSite(event.request) || (isStepUp && locals.session === null)) {
    redirect(303, `/logga-in?till=${encodeURIComponent(returnTo)}`);
  }
  const key = isStepUp ? locals.session?.issuer : url.searchParams.get("tjanst");
  const login = logins.find(({ source }) => source.key === key);
  if (login === undefined) error(404);
  return goToLogin(event, login, { purpose: isStepUp ? "step_up" : "sign_in", returnTo });
};
