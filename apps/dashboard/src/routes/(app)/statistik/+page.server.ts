import { METRICS } from "@kompassen/domain/statistics";
import { loadStatistics } from "#lib/views/statistics/load-statistics.server.ts";
import { listDefinitions } from "#lib/views/statistics/to-definitions.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async (event) => {
  // Whoever is not signed in is sent to sign in first.
  const { signedIn } = await event.parent();
  const statistics = await loadStatistics(event);
  return {
    statistics,
    isOfficer: signedIn.roles.includes("statistikansvarig"),
    definitions: statistics === null ? listDefinitions([...METRICS.values()], event.locals.locale) : [],
  };
};
