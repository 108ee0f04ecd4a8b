import { redirect } from "@sveltejs/kit";
import { runtime } from "#lib/server/runtime.ts";
import type { LayoutServerLoad } from "./$types";

/** The form has a frame of its own, without the way to other children: a child looks at the same screen. */
export const load: LayoutServerLoad = ({ locals, url }) => {
  if (locals.signedIn === null) redirect(303, `/logga-in?till=${encodeURIComponent(url.pathname)}`);
  return { isDemo: runtime().isDemo };
};
