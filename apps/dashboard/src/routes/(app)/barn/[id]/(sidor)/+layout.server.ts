import { toAnnouncedRows } from "#lib/emergency-access/to-announced-rows.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { toChildHeader } from "#lib/views/child-page/to-child-header.ts";
import type { LayoutServerLoad } from "./$types";

export const load: LayoutServerLoad = async ({ locals, params }) => {
  const [child, announced, messages] = await Promise.all([
    findOr404(locals.api.people.getChild({ childId: params.id })),
    locals.api.emergencyAccess.listAnnounced(),
    loadMessages(locals.locale),
  ]);
  const ofChild = announced.filter(({ childId }) => childId === params.id);
  return {
    child,
    header: toChildHeader(child, locals.context.today, locals.locale, messages),
    emergencies: toAnnouncedRows(ofChild, messages, locals.locale),
  };
};
