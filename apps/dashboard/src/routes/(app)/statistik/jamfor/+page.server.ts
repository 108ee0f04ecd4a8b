import { findOr404 } from "#lib/server/find-or-404.ts";
import { toComparison } from "#lib/views/statistics/to-comparison.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url, parent }) => {
  await parent();
  const heads = await findOr404(locals.api.statistics.listReleases());
  const ids = heads.map(({ id }) => id);
  const [b = "", a = ""] = ids;
  const [earlierId, laterId] = [url.searchParams.get("a") ?? a, url.searchParams.get("b") ?? b];
  if (ids.length < 2 || earlierId === laterId) return { ids, a: earlierId, b: laterId, comparison: null };
  const { earlier, later, pairs } = await findOr404(
    locals.api.statistics.compareReleases({ earlierId, laterId, tables: ["uptake"], levels: ["kommun"] }),
  );
  return {
    ids,
    a: earlierId,
    b: laterId,
    comparison: {
      earlier: { id: earlier.id, releasedOn: earlier.releasedOn },
      later: { id: later.id, releasedOn: later.releasedOn },
      rows: toComparison(pairs, later.kommunCode, locals.locale),
    },
  };
};
