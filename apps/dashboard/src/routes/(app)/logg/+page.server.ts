import { REVIEW_REASONS } from "@kompassen/domain/audit";
import { findOr404 } from "#lib/server/find-or-404.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url, parent }) => {
  await parent();
  const state = url.searchParams.get("visa") === "granskat" ? ("decided" as const) : ("open" as const);
  const { counts, items } = await findOr404(locals.api.logReview.listItems({ state }));
  const chosen = url.searchParams.get("skal");
  const reason = REVIEW_REASONS.find((one) => one === chosen) ?? null;
  return {
    state,
    counts,
    reason,
    reasons: REVIEW_REASONS.map((one) => ({
      reason: one,
      count: items.filter(({ reasons }) => reasons.includes(one)).length,
    })).filter(({ count }) => count > 0),
    items: reason === null ? items : items.filter(({ reasons }) => reasons.includes(reason)),
    today: locals.context.today,
  };
};
