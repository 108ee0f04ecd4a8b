import { loginName } from "@kompassen/api/login";
import { listDemoGuardians, listDemoPersonas } from "@kompassen/api/session";
import { error, fail, redirect } from "@sveltejs/kit";
import { countLogin } from "#lib/server/begin-login.ts";
import { readText } from "#lib/server/read-text.ts";
import { runtime } from "#lib/server/runtime.ts";
import { signIn } from "#lib/server/sign-in.ts";
import { landingPath } from "#lib/shared/landing-path.ts";
import { parseReturnPath } from "#lib/shared/parse-return-path.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ url, locals }) => {
  const { hasDemoLogin, isDemo, logins, database } = runtime();
  const returnTo = parseReturnPath(url.searchParams.get("till"));
  const [personas, guardians] = hasDemoLogin
    ? await Promise.all([listDemoPersonas(database), listDemoGuardians(database)])
    : [[], []];
  return {
    isDemo,
    hasDemoLogin,
    personas,
    guardians,
    logins: logins.map((login) => ({
      key: login.source.key,
      kind: login.source.kind,
      name: loginName(login, locals.locale),
      href: `/logga-in/vidare?${new URLSearchParams({ tjanst: login.source.key, till: returnTo })}`,
    })),
    returnTo,
  };
};

/** Choosing an invented person: only in the demo, and never beside a login service. */
export const actions: Actions = {
  default: async (event) => {
    const { hasDemoLogin, database } = runtime();
    if (!hasDemoLogin) error(404);
    await countLogin(event);
    const form = await event.request.formData();
    const returnTo = parseReturnPath(form.get("till"));
    const personId = readText(form, "person");
    const person = (await listDemoPersonas(database)).find((one) => one.personId === personId);
    if (person !== undefined) {
      await signIn(event, { kommunCode: person.kommunCode, personId });
      redirect(303, returnTo === "/" ? landingPath(person.roles) : returnTo);
    }
    const accountId = readText(form, "guardian");
    const guardian = (await listDemoGuardians(database)).find((one) => one.accountId === accountId);
    if (guardian === undefined) return fail(400, { missing: true });
    await signIn(event, { kommunCode: guardian.kommunCode, guardianAccountId: accountId });
    redirect(303, returnTo === "/" ? "/familj" : returnTo);
  },
};
