import { CONSENT_STEPS } from "@kompassen/domain/consent";
import { dateText } from "@kompassen/domain/shared";
import { error } from "@sveltejs/kit";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { answerForm } from "#lib/server/answer-form.ts";
import { newId } from "#lib/server/new-id.ts";
import { readText } from "#lib/server/read-text.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = ({ locals, url }) => {
  const step = CONSENT_STEPS.find((one) => one === url.searchParams.get("steg"));
  if (step === undefined) error(404);
  return { step, consentId: newId(locals.context.now) };
};

export const actions: Actions = {
  default: async ({ request, locals, params, url }) => {
    const form = await request.formData();
    const step = CONSENT_STEPS.find((one) => one === url.searchParams.get("steg"));
    if (step === undefined) error(404);
    const [{ family }, answer] = await Promise.all([
      loadMessages(locals.locale),
      answerForm(
        () =>
          locals.api.family.withdrawConsent({
            childId: params.childId,
            step,
            consentId: readText(form, "consentId"),
          }),
        {},
      ),
    ]);
    if (answer.refused !== undefined) return answer.refused;
    return {
      closed: answer.done.closed.map(({ kind, onDay }) =>
        family.consents.closed[kind](dateText(onDay, locals.locale)),
      ),
    };
  },
};
