import { METRICS } from "@kompassen/domain/statistics";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { listDefinitions } from "#lib/views/statistics/to-definitions.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, parent }) => {
  await parent();
  // For those who read releases, like the numbers themselves.
  await findOr404(locals.api.statistics.listReleases());
  return { definitions: listDefinitions([...METRICS.values()], locals.locale) };
};
