import { toOwnConsents } from "#lib/family/to-own-consents.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { locale: language, context, api } = locals;
  const [{ family }, consents] = await Promise.all([
    loadMessages(language),
    findOr404(api.family.getConsents({ childId: params.childId })),
  ]);
  return {
    consents: toOwnConsents(consents, { today: context.today, language, words: family.consents }),
    isWithdrawn: url.searchParams.has("klart"),
  };
};
