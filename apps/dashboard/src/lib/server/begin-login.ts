import { findKnown } from "@kompassen/api/errors";
import { countAttempt } from "@kompassen/api/limits";
import { beginLogin, type Login, LoginFault, type LoginPurpose } from "@kompassen/api/login";
import { error, type RequestEvent, redirect } from "@sveltejs/kit";
import { loginCookie } from "./own-cookie.ts";
import { ownAddress } from "./own-origin.ts";
import { runtime } from "./runtime.ts";
import { sayWhenAgain } from "./say-when-again.ts";

/** Of one address, behind which a whole municipality may stand; all servers count together. */
const LOGINS = { most: 300, seconds: 600 };

/** Counts a login from the asker's address. Answers 429 when there have been too many. */
export async function countLogin({
  getClientAddress,
}: Pick<RequestEvent, "getClientAddress">): Promise<void> {
  const { database, counter } = runtime();
  if (counter === null) return;
  try {
    await countAttempt(database, `login ${getClientAddress()}`, LOGINS);
  } catch (caught) {
    const known = findKnown(caught);
    if (known?.code !== "too_many_requests") throw caught;
    error(429, { message: known.code, retryAfter: sayWhenAgain(known.detail) });
  }
}

/** Sends the browser to a login service. */
export async function goToLogin(
  event: RequestEvent,
  login: Login,
  asked: { readonly purpose: LoginPurpose; readonly returnTo: string },
): Promise<never> {
  await countLogin(event);
  const { database, log } = runtime();
  let address: string;
  try {
    const callback = ownAddress("/logga-in/svar", event.url).href;
    const known = loginCookie.read(event.cookies);
    const begun = await beginLogin(database, login, { ...asked, callback, browser: known });
    loginCookie.write(event.cookies, begun.browser);
    address = begun.address;
  } catch (caught) {
    if (!(caught instanceof LoginFault)) throw caught;
    log.record({ event: "login failed", loginService: login.source.key, loginFault: caught.code });
    redirect(303, faultPath(caught, asked.returnTo));
  }
  redirect(303, address, { external: [new URL(address).origin] });
}

/** The page that says what to do. Nothing of the login stands in its address. */
export function faultPath({ code }: LoginFault, returnTo: string): string {
  const asked = new URLSearchParams({ orsak: code });
  if (returnTo !== "/") asked.set("till", returnTo);
  return `/logga-in/fel?${asked}`;
}
