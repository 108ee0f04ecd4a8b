import { dateText } from "@kompassen/domain/shared";
import { loadMessages } from "#lib/messages/load-messages.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals }) => {
  const [closed, { people }] = await Promise.all([
    locals.api.people.listClosed(),
    loadMessages(locals.locale),
  ]);
  return {
    children: closed.map(({ id, givenName, caseNumber, closedOn, closingReason }) => ({
      id,
      name: givenName,
      caseNumber,
      day: dateText(closedOn, locals.locale),
      reason: people.details.closing.reasons[closingReason],
    })),
  };
};
