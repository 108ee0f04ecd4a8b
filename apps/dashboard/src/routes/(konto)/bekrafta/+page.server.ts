import { loginName } from "@kompassen/api/login";
import { auditStepUp, stepUpSession } from "@kompassen/api/session";
import { error, redirect } from "@sveltejs/kit";
import { sessionCookie } from "#lib/server/own-cookie.ts";
import { runtime } from "#lib/server/runtime.ts";
import { parseReturnPath } from "#lib/shared/parse-return-path.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ url, locals, parent }) => {
  await parent();
  const returnTo = parseReturnPath(url.searchParams.get("till"));
  const login = runtime().logins.find(({ source }) => source.key === locals.session?.issuer);
  return {
    returnTo,
    service:
      login === undefined
        ? null
        : {
            name: loginName(login, locals.locale),
            href: `/logga-in/vidare?${new URLSearchParams({ bekrafta: "ja", till: returnTo })}`,
          },
  };
};

/** In the demo nobody is who they say, so a button is enough. */
export const actions: Actions = {
  default: async ({ request, cookies, locals }) => {
    const { hasDemoLogin, database, family } = runtime();
    if (!hasDemoLogin) error(404);
    const returnTo = parseReturnPath((await request.formData()).get("till"));
    const token = sessionCookie.read(cookies);
    if (locals.session !== null) await auditStepUp({ database, family }, locals.session, null);
    const next = token === undefined ? null : await stepUpSession(database, token, null);
    if (next === null) redirect(303, `/logga-in?till=${encodeURIComponent(returnTo)}`);
    sessionCookie.write(cookies, next);
    redirect(303, returnTo);
  },
};
