import { error } from "@sveltejs/kit";
import { toConsentSteps } from "#lib/consent/to-consent-steps.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { locale, context } = locals;
  const [{ child, header }, { consent }] = await Promise.all([parent(), loadMessages(locale)]);
  if (!header.mayRead) error(404);
  return {
    steps: toConsentSteps(child, context.today, locale, consent),
    isSaved: url.searchParams.has("sparat"),
  };
};
