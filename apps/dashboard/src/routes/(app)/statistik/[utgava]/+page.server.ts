import { error } from "@sveltejs/kit";
import { loadStatistics } from "#lib/views/statistics/load-statistics.server.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  // Whoever is not signed in is sent to sign in first.
  const { signedIn } = await event.parent();
  const statistics = await loadStatistics(event, event.params.utgava);
  if (statistics === null) error(404);
  return { statistics, isOfficer: signedIn.roles.includes("statistikansvarig") };
};
