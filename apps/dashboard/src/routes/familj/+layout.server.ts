import { redirect } from "@sveltejs/kit";
import { runtime } from "#lib/server/runtime.ts";
import type { LayoutServerLoad } from "./$types";

/** The guardian's own pages: nobody else's, and not those of the staff. */
export const load: LayoutServerLoad = ({ locals, url }) => {
  if (locals.signedIn !== null) redirect(303, "/");
  if (locals.guardian === null) redirect(303, `/logga-in?till=${encodeURIComponent(url.pathname)}`);
  return { isDemo: runtime().isDemo, today: locals.context.today };
};
