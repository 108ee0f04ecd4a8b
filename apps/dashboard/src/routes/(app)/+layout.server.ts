import type { PersonRole } from "@kompassen/domain/people";
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
    disk: tellOfDisk(locals.context.disk, signedIn.roles),
  };
};

/** Whoever can make room is told early; everybody when nothing more is saved. */
function tellOfDisk(
  state: App.Locals["context"]["disk"],
  roles: readonly PersonRole[],
): "warning" | "no_large_work" | "read_only" | null {
  if (state === "read_only") return state;
  if (state === undefined || state === "enough" || !roles.includes("administrator")) return null;
  return state;
}
