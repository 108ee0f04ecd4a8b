import { findKnown } from "@kompassen/api/errors";
import { findBringer, forgetArrival, redeemInvitation } from "@kompassen/api/login";
import { error, fail, redirect } from "@sveltejs/kit";
import { arrivalCookie } from "#lib/server/own-cookie.ts";
import { readText } from "#lib/server/read-text.ts";
import { runtime } from "#lib/server/runtime.ts";
import { sayWhenAgain } from "#lib/server/say-when-again.ts";
import { signIn } from "#lib/server/sign-in.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, cookies }) => {
  const { database, logins, isDemo } = runtime();
  if (locals.signedIn !== null) error(404);
  const bringer = await findBringer(database, logins, locals.guardian, arrivalCookie.read(cookies));
  if (bringer === null) redirect(303, "/logga-in?till=/familj/inbjudan");
  return { hasAccount: locals.guardian !== null, isDemo };
};

export const actions: Actions = {
  default: async (event) => {
    const { database, logins, log } = runtime();
    const { locals, cookies, request } = event;
    const arrival = arrivalCookie.read(cookies);
    const bringer = await findBringer(database, logins, locals.guardian, arrival);
    if (bringer === null) redirect(303, "/logga-in?till=/familj/inbjudan");
    const code = readText(await request.formData(), "kod");
    if (code === "") return fail(400, { isMissing: true });
    try {
      const account = await redeemInvitation(database, bringer, code);
      if (account === null) {
        log.record({ event: "login failed", loginService: bringer.issuer, loginFault: "wrong_invitation" });
        return fail(400, { isWrong: true, code });
      }
      if (arrival !== undefined) await forgetArrival(database, arrival);
      arrivalCookie.remove(cookies);
      const { issuer, acr } = bringer;
      const owner = { kommunCode: account.kommunCode, guardianAccountId: account.accountId, issuer };
      if (locals.guardian?.accountId !== account.accountId) {
        await signIn(event, acr === null ? owner : { ...owner, acr });
      }
    } catch (caught) {
      const known = findKnown(caught);
      if (known?.code !== "too_many_requests") throw caught;
      return fail(429, { waitSeconds: sayWhenAgain(known.detail), code });
    }
    redirect(303, "/familj");
  },
};
