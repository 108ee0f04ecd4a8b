import { recordOmradeInput } from "@kompassen/api/administration";
import { dateText, isLocalDate } from "@kompassen/domain/shared";
import { error, fail, redirect } from "@sveltejs/kit";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { answerForm } from "#lib/server/answer-form.ts";
import { newId } from "#lib/server/new-id.ts";
import { readOptional, readText } from "#lib/server/read-text.ts";
import { toFormConflict } from "#lib/shared/to-form-conflict.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params }) => {
  if (params.omradeId === "nytt") {
    return { stored: { omradeId: newId(locals.context.now), name: "", validTo: "" }, version: null };
  }
  const { omraden } = await locals.api.administration.getOrganisation();
  const omrade = omraden.find(({ id }) => id === params.omradeId);
  if (omrade === undefined) error(404);
  return {
    stored: { omradeId: omrade.id, name: omrade.name, validTo: omrade.validTo ?? "" },
    version: omrade.version,
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const filled = {
      omradeId: params.omradeId === "nytt" ? readText(form, "omradeId") : params.omradeId,
      name: readText(form, "name"),
      validTo: readText(form, "validTo"),
    };
    const version = readOptional(form, "version");
    const answer = await answerForm(
      () =>
        locals.api.administration.recordOmrade(
          recordOmradeInput.parse({
            ...filled,
            validTo: readOptional(form, "validTo"),
            version: version === null ? null : Number(version),
          }),
        ),
      filled,
    );
    if (answer.refused === undefined) redirect(303, "/administration/organisation?sparat");
    const { refusal } = answer.refused.data;
    const { administration } = await loadMessages(locals.locale);
    const conflict = toFormConflict(refusal.detail, filled, {
      name: { label: administration.unit.name },
      validTo: {
        label: administration.unit.validTo,
        text: (day) => (isLocalDate(day) ? dateText(day, locals.locale) : ""),
      },
    });
    return fail(answer.refused.status, { refusal, filled, conflict });
  },
};
