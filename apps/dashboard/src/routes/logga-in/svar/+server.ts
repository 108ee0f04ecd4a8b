import { finishLogin, LoginFault } from "@kompassen/api/login";
import { redirect } from "@sveltejs/kit";
import { faultPath } from "#lib/server/begin-login.ts";
import { loginCookie } from "#lib/server/own-cookie.ts";
import { ownAddress } from "#lib/server/own-origin.ts";
import { runtime } from "#lib/server/runtime.ts";
import { signInAsVouched, stepUpAsVouched } from "#lib/server/take-login.ts";
import type { RequestHandler } from "./$types";

/** Where a login service sends people back. The address holds its answer, so every way on leads away from it. */
export const GET: RequestHandler = async (event) => {
  const { database, logins, log } = runtime();
  let next: string;
  try {
    const vouched = await finishLogin(database, logins, {
      address: ownAddress(event.url.pathname + event.url.search, event.url),
      browser: loginCookie.read(event.cookies),
    });
    next =
      vouched.purpose === "step_up"
        ? await stepUpAsVouched(event, vouched)
        : await signInAsVouched(event, vouched);
  } catch (caught) {
    if (!(caught instanceof LoginFault)) throw caught;
    log.record({ event: "login failed", loginFault: caught.code });
    next = faultPath(caught, "/");
  }
  redirect(303, next);
};
