import { error } from "@sveltejs/kit";
import { toEventRows, toSupportGroups } from "#lib/barnets-plan/to-support-rows.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { header, child } = await parent();
  if (!header.mayRead) error(404);
  const [lived, { barnetsPlan }] = await Promise.all([
    findOr404(locals.api.barnetsPlan.getLifeLine({ childId: params.id })),
    loadMessages(locals.locale),
  ]);
  return {
    groups: toSupportGroups(lived.supports, locals.locale, barnetsPlan),
    events: toEventRows(lived.events, locals.locale),
    teamId: child.individualTeamId,
    isSaved: url.searchParams.has("sparat"),
  };
};
