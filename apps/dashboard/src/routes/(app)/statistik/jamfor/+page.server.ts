import { periodLabel } from "@kompassen/domain/export";
import type { ReleaseHead } from "@kompassen/domain/statistics";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { lastQuarter } from "#lib/views/statistics/release-history.ts";
import { toComparison } from "#lib/views/statistics/to-comparison.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url, parent }) => {
  await parent();
  const heads = await findOr404(locals.api.statistics.listReleases());
  const quarterText = (head: ReleaseHead) => periodLabel(lastQuarter(head), locals.locale);
  const options = heads.map((head) => ({ value: head.id, label: quarterText(head) }));
  const ids = heads.map(({ id }) => id);
  const [b = "", a = ""] = ids;
  const [earlierId, laterId] = [url.searchParams.get("a") ?? a, url.searchParams.get("b") ?? b];
  if (ids.length < 2 || earlierId === laterId) return { options, a: earlierId, b: laterId, comparison: null };
  const { earlier, later, pairs } = await findOr404(
    locals.api.statistics.compareReleases({ earlierId, laterId, tables: ["uptake"], levels: ["kommun"] }),
  );
  return {
    options,
    a: earlierId,
    b: laterId,
    comparison: {
      earlier: {
        id: earlier.id,
        releasedOn: earlier.releasedOn,
        quarterText: quarterText(earlier),
      },
      later: { id: later.id, releasedOn: later.releasedOn, quarterText: quarterText(later) },
      rows: toComparison(pairs, later.kommunCode, locals.locale),
    },
  };
};
