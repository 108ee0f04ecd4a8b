import { redirect } from "@sveltejs/kit";
import { runtime } from "#lib/server/runtime.ts";
import { landingPath } from "#lib/shared/landing-path.ts";
import type { LayoutServerLoad } from "./$types";

/** What staff and guardians alike have: their own logins. */
export const load: LayoutServerLoad = ({ locals, url }) => {
  const { session, signedIn } = locals;
  if (session === null) redirect(303, `/logga-in?till=${encodeURIComponent(url.pathname + url.search)}`);
  return {
    isDemo: runtime().isDemo,
    home: signedIn === null ? "/familj" : landingPath(signedIn.roles),
    name: signedIn?.name ?? null,
  };
};
