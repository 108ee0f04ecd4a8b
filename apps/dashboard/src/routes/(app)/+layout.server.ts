import { redirect } from "@sveltejs/kit";
import { runtime } from "#lib/server/runtime.ts";
import type { LayoutServerLoad } from "./$types";

export const load: LayoutServerLoad = ({ locals, url }) => {
  const { signedIn, guardian } = locals;
  if (guardian !== null) redirect(303, "/familj");
  if (signedIn === null) redirect(303, `/logga-in?till=${encodeURIComponent(url.pathname + url.search)}`);
  return {
    isDemo: runtime().isDemo,
    signedIn: { name: signedIn.name, title: signedIn.title, roles: signedIn.roles },
    today: locals.context.today,
  };
};
