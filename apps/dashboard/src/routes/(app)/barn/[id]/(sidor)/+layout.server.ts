import { loadMessages } from "#lib/messages/load-messages.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { toChildHeader } from "#lib/views/child-page/to-child-header.ts";
import type { LayoutServerLoad } from "./$types";

export const load: LayoutServerLoad = async ({ locals, params }) => {
  const [child, messages] = await Promise.all([
    findOr404(locals.api.people.getChild({ childId: params.id })),
    loadMessages(locals.locale),
  ]);
  return { child, header: toChildHeader(child, locals.context.today, locals.locale, messages) };
};
