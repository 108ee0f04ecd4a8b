import { CONSENT_STEPS } from "@kompassen/domain/consent";
import { error } from "@sveltejs/kit";
import { closureText } from "#lib/consent/closure-text.ts";
import { nextConsent } from "#lib/consent/next-step.ts";
import { toConsentHistory } from "#lib/consent/to-consent-history.ts";
import { toConsentSteps } from "#lib/consent/to-consent-steps.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { answerForm } from "#lib/server/answer-form.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { newId } from "#lib/server/new-id.ts";
import { readText } from "#lib/server/read-text.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, parent, params, url }) => {
  const { locale, context, api } = locals;
  const [{ child, header }, { consent }, book, { units }] = await Promise.all([
    parent(),
    loadMessages(locale),
    findOr404(api.consent.getConsents({ childId: params.id })),
    api.people.listOptions(),
  ]);
  if (!header.mayRead) error(404);
  const steps = toConsentSteps({ ...child, coveredSteps: book.coveredSteps }, context.today, locale, consent);
  const partyOf = (id: string | null) =>
    id === null ? consent.child : (child.guardians.find((guardian) => guardian.id === id)?.name ?? "");
  const unitOf = (id: string) => units.find((unit) => unit.id === id)?.name ?? "";
  const withdrawn = url.searchParams.get("aterkallat")?.split(",") ?? null;
  return {
    steps,
    next: nextConsent(steps, consent),
    asked: CONSENT_STEPS.map((step) => ({
      step,
      decision: book.asked.find((one) => one.step === step) ?? null,
    })),
    suggestsAskingChild: book.suggestsAskingChild,
    agreements: child.guardians.map(({ id, name }) => ({
      guardianId: id,
      name,
      agreementId: newId(context.now),
      isAgreed: book.agreements.some(({ guardianId, isAgreed }) => guardianId === id && isAgreed),
    })),
    history: toConsentHistory(book, { childId: child.id, partyOf, unitOf }, locale, consent),
    withdrawn:
      withdrawn === null
        ? null
        : book.closures
            .filter(({ consentId }) => withdrawn.includes(consentId))
            .map((closure) => closureText(closure, locale, consent)),
    isSaved: url.searchParams.has("sparat"),
  };
};

export const actions: Actions = {
  visa: async ({ request, locals, params }) => {
    const form = await request.formData();
    const answer = await answerForm(
      () =>
        locals.api.consent.recordAgreement({
          childId: params.id,
          agreementId: readText(form, "agreementId"),
          guardianId: readText(form, "guardianId"),
          isAgreed: readText(form, "isAgreed") === "ja",
        }),
      {},
    );
    return answer.refused;
  },
};
