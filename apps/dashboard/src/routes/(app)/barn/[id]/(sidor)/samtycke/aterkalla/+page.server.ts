import { withdrawConsentInput } from "@kompassen/api/consent";
import { CONSENT_STEPS, latestAnswer } from "@kompassen/domain/consent";
import { error, redirect } from "@sveltejs/kit";
import { answerForm } from "#lib/server/answer-form.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { newId } from "#lib/server/new-id.ts";
import { readText } from "#lib/server/read-text.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, parent, params, url }) => {
  const { header, child } = await parent();
  if (!header.mayWrite) error(404);
  const { context, api } = locals;
  const { entries } = await findOr404(api.consent.getConsents({ childId: params.id }));
  const parties = [...child.guardians.map(({ id }) => id), null].filter((guardianId) =>
    CONSENT_STEPS.some(
      (step) => latestAnswer(entries, { step, guardianId }, context.today)?.state === "given",
    ),
  );
  return {
    today: context.today,
    parties: parties.map((guardianId) => guardianId ?? "barn"),
    party: url.searchParams.get("part") ?? "",
    consentIds: CONSENT_STEPS.map((step) => ({ step, consentId: newId(context.now) })),
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const filled = {
      guardianId: readText(form, "guardianId"),
      steps: readText(form, "steps"),
      decidedOn: readText(form, "decidedOn"),
      way: readText(form, "way"),
    };
    const steps = CONSENT_STEPS.filter((step) => filled.steps === "alla" || filled.steps === step).map(
      (step) => ({ step, consentId: readText(form, `consentId.${step}`) }),
    );
    const answer = await answerForm(
      () =>
        locals.api.consent.withdrawConsent({
          childId: params.id,
          ...withdrawConsentInput.parse({
            ...filled,
            guardianId: filled.guardianId === "barn" ? null : filled.guardianId,
            steps,
          }),
        }),
      filled,
    );
    if (answer.refused !== undefined) return answer.refused;
    const ids = steps.map(({ consentId }) => consentId).join(",");
    redirect(303, `/barn/${params.id}/samtycke?aterkallat=${ids}`);
  },
};
