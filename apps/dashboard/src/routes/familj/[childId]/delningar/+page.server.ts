import { toFamilyShares } from "#lib/family/to-family-shares.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params }) => {
  const [{ family }, shares] = await Promise.all([
    loadMessages(locals.locale),
    findOr404(locals.api.family.listShares({ childId: params.childId })),
  ]);
  return { shares: toFamilyShares(shares, locals.locale, family.shares) };
};
