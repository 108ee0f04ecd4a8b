import { dateText } from "@kompassen/domain/shared";
import { loadMessages } from "#lib/messages/load-messages.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals }) => {
  const [{ family }, children] = await Promise.all([
    loadMessages(locals.locale),
    locals.api.family.listChildren(),
  ]);
  return {
    children: children.map(({ id, givenName, nextFollowUpOn, isClosed }) => ({
      id,
      givenName,
      text: isClosed
        ? family.closed
        : nextFollowUpOn === null
          ? family.noNext
          : family.next(dateText(nextFollowUpOn, locals.locale)),
    })),
  };
};
