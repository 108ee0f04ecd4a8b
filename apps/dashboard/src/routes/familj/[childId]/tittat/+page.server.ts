import { toLookDays } from "#lib/family/to-look-days.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params }) => {
  const [{ family }, looks] = await Promise.all([
    loadMessages(locals.locale),
    findOr404(locals.api.family.listLooks({ childId: params.childId })),
  ]);
  return { days: toLookDays(looks, locals.locale, family.looks) };
};
