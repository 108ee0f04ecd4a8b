import { toFamilyPage } from "#lib/family/to-family-page.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, parent }) => {
  const [{ child }, { family }] = await Promise.all([parent(), loadMessages(locals.locale)]);
  return { view: toFamilyPage(child, locals.locale, family) };
};
