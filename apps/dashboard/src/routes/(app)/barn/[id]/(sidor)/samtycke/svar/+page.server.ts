import { recordConsentInput } from "@kompassen/api/consent";
import { CONSENT_STEPS } from "@kompassen/domain/consent";
import { error, redirect } from "@sveltejs/kit";
import { answerForm } from "#lib/server/answer-form.ts";
import { newId } from "#lib/server/new-id.ts";
import { readOptional, readText } from "#lib/server/read-text.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { header, child } = await parent();
  if (!header.mayWrite) error(404);
  const [step, party] = [url.searchParams.get("steg"), url.searchParams.get("part")];
  return {
    consentId: newId(locals.context.now),
    step: CONSENT_STEPS.find((one) => one === step) ?? "",
    party: party === "barn" || child.guardians.some(({ id }) => id === party) ? party : "",
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const filled = {
      step: readText(form, "step"),
      guardianId: readText(form, "guardianId"),
      state: readText(form, "state"),
      decidedOn: readText(form, "decidedOn"),
      validTo: readText(form, "validTo"),
      paperLocation: readText(form, "paperLocation"),
    };
    const answer = await answerForm(
      () =>
        locals.api.consent.recordConsent({
          childId: params.id,
          ...recordConsentInput.parse({
            ...filled,
            consentId: readText(form, "consentId"),
            guardianId: filled.guardianId === "barn" ? null : filled.guardianId,
            validTo: readOptional(form, "validTo"),
          }),
        }),
      filled,
    );
    if (answer.refused !== undefined) return answer.refused;
    redirect(303, `/barn/${params.id}/samtycke?sparat`);
  },
};
