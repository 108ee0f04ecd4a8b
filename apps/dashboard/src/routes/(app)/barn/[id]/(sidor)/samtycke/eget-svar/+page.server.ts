import { decideChildAskedInput } from "@kompassen/api/consent";
import { CONSENT_STEPS } from "@kompassen/domain/consent";
import { error, redirect } from "@sveltejs/kit";
import { answerForm } from "#lib/server/answer-form.ts";
import { newId } from "#lib/server/new-id.ts";
import { readText } from "#lib/server/read-text.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { header } = await parent();
  const step = CONSENT_STEPS.find((one) => one === url.searchParams.get("steg"));
  if (!header.mayWrite || step === undefined) error(404);
  return { step, decisionId: newId(locals.context.now), today: locals.context.today };
};

export const actions: Actions = {
  default: async ({ request, locals, params, url }) => {
    const form = await request.formData();
    const filled = { isAsked: readText(form, "isAsked"), reason: readText(form, "reason") };
    const isAsked = { ja: true, nej: false }[filled.isAsked];
    const answer = await answerForm(
      () =>
        locals.api.consent.decideChildAsked({
          childId: params.id,
          ...decideChildAskedInput.parse({
            decisionId: readText(form, "decisionId"),
            step: url.searchParams.get("steg"),
            isAsked,
            reason: filled.reason,
          }),
        }),
      filled,
    );
    if (answer.refused !== undefined) return answer.refused;
    redirect(303, `/barn/${params.id}/samtycke?sparat`);
  },
};
