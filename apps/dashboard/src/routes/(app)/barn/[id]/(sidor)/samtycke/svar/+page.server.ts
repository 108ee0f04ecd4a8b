import { recordConsentInput } from "@kompassen/api/consent";
import { CONSENT_STEPS } from "@kompassen/domain/consent";
import { error, redirect } from "@sveltejs/kit";
import { readScope } from "#lib/consent/read-scope.ts";
import { answerForm } from "#lib/server/answer-form.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { newId } from "#lib/server/new-id.ts";
import { readOptional, readText } from "#lib/server/read-text.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, parent, params, url }) => {
  const { header, child } = await parent();
  if (!header.mayWrite) error(404);
  const [step, party, wrongId] = ["steg", "part", "rattar"].map((name) => url.searchParams.get(name));
  const { units } = await locals.api.people.listOptions();
  const wrong = wrongId ? await findCorrectable(locals, params.id, wrongId) : null;
  const isParty = party === "barn" || child.guardians.some(({ id }) => id === party);
  return {
    consentId: newId(locals.context.now),
    today: locals.context.today,
    units: units.map(({ id, name }) => ({ value: id, label: name })),
    corrects: wrong?.id ?? null,
    start: {
      step: wrong?.step ?? CONSENT_STEPS.find((one) => one === step) ?? "",
      guardianId: wrong === null ? (isParty ? (party ?? "") : "") : (wrong.guardianId ?? "barn"),
      state: "",
      decidedOn: wrong?.decidedOn ?? locals.context.today,
      validTo: wrong?.validTo ?? "",
      paperLocation: wrong?.paperLocation ?? "",
      way: "in_person",
      scope: wrong === null ? [] : wrong.scope.map((line) => ({ ...line, areas: [...line.areas] })),
      reason: "",
    },
  };
};

async function findCorrectable(locals: App.Locals, childId: string, entryId: string) {
  const { entries } = await findOr404(locals.api.consent.getConsents({ childId }));
  return entries.find(({ id, isByOwnLogin }) => id === entryId && !isByOwnLogin) ?? error(404);
}

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
      way: readText(form, "way"),
      scope: readScope(form),
      reason: readText(form, "corrects.reason"),
    };
    const corrects = readOptional(form, "corrects");
    const answer = await answerForm(
      () =>
        locals.api.consent.recordConsent({
          childId: params.id,
          ...recordConsentInput.parse({
            ...filled,
            consentId: readText(form, "consentId"),
            guardianId: filled.guardianId === "barn" ? null : filled.guardianId,
            validTo: readOptional(form, "validTo"),
            corrects: corrects === null ? null : { consentId: corrects, reason: filled.reason },
          }),
        }),
      filled,
    );
    if (answer.refused !== undefined) return answer.refused;
    const { closed } = answer.done;
    const isEnd = closed.length > 0;
    redirect(
      303,
      `/barn/${params.id}/samtycke?${isEnd ? `aterkallat=${readText(form, "consentId")}` : "sparat"}`,
    );
  },
};
