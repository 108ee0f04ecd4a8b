import { listDemoPersonas, startSession } from "@kompassen/api/session";
import { fail, redirect } from "@sveltejs/kit";
import { runtime } from "#lib/server/runtime.ts";
import { writeSessionCookie } from "#lib/server/session-cookie.ts";
import { landingPath } from "#lib/shared/landing-path.ts";
import { parseReturnPath } from "#lib/shared/parse-return-path.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ url, locals }) => {
  const { isDemo, database } = runtime();
  const personas = isDemo ? await listDemoPersonas(database) : [];
  return {
    isDemo,
    personas,
    returnTo: parseReturnPath(url.searchParams.get("till")),
    signedIn: locals.signedIn,
  };
};

export const actions: Actions = {
  default: async ({ request, cookies }) => {
    const { isDemo, database } = runtime();
    const form = await request.formData();
    const personId = form.get("person");
    const personas = isDemo ? await listDemoPersonas(database) : [];
    const chosen = personas.find((persona) => persona.personId === personId);
    if (chosen === undefined) return fail(400, { missing: true });
    writeSessionCookie(cookies, await startSession(database, chosen));
    const returnTo = parseReturnPath(form.get("till"));
    redirect(303, returnTo === "/" ? landingPath(chosen.roles) : returnTo);
  },
};
