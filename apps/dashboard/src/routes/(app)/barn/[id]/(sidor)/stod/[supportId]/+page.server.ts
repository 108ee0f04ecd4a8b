import { changeSupportInput, recordSupportInput } from "@kompassen/api/barnets-plan";
import { error, fail, redirect } from "@sveltejs/kit";
import { type FilledSupport, readFilledSupport } from "#lib/barnets-plan/read-support.ts";
import { supportConflictWords } from "#lib/barnets-plan/support-conflict-words.ts";
import { supportOptions } from "#lib/barnets-plan/support-options.ts";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { answerForm } from "#lib/server/answer-form.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { newId } from "#lib/server/new-id.ts";
import { readOptional, readText } from "#lib/server/read-text.ts";
import { toFormConflict } from "#lib/shared/to-form-conflict.ts";
import type { Actions, PageServerLoad } from "./$types";

/** `nytt` in the address is a support to record. */
export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { header } = await parent();
  if (!header.mayWrite) error(404);
  const options = supportOptions(locals.locale);
  if (params.supportId === "nytt") {
    const blank: FilledSupport = {
      area: "",
      kind: "",
      description: "",
      givenBy: "",
      status: "ska_sattas_in",
      startsOn: locals.context.today,
      endsOn: "",
    };
    return { options, supportId: newId(locals.context.now), version: null, stored: blank };
  }
  const { supports } = await findOr404(locals.api.barnetsPlan.getLifeLine({ childId: params.id }));
  const support = supports.find(({ id }) => id === params.supportId);
  if (support === undefined) error(404);
  const { id, version, endsOn, ...fields } = support;
  const stored: FilledSupport = { ...fields, endsOn: endsOn ?? "" };
  return { options, supportId: id, version, stored };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const filled = readFilledSupport(form);
    const version = readOptional(form, "version");
    const { api, locale } = locals;
    const answer = await answerForm(async () => {
      const childId = params.id;
      const written = {
        ...filled,
        supportId: readText(form, "supportId"),
        endsOn: readOptional(form, "endsOn"),
        version: Number(version),
      };
      if (version === null) {
        await api.barnetsPlan.recordSupport({ childId, ...recordSupportInput.parse(written) });
      } else {
        await api.barnetsPlan.changeSupport({ childId, ...changeSupportInput.parse(written) });
      }
    }, filled);
    if (answer.refused === undefined) redirect(303, `/barn/${params.id}/stod?sparat`);
    const { refusal } = answer.refused.data;
    const { barnetsPlan } = await loadMessages(locale);
    const conflict = toFormConflict(refusal.detail, filled, supportConflictWords(locale, barnetsPlan));
    return fail(answer.refused.status, { refusal, filled, conflict });
  },
};
