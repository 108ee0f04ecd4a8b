import { redirect } from "@sveltejs/kit";
import { answerForm } from "#lib/server/answer-form.ts";
import { readText } from "#lib/server/read-text.ts";
import { loadDraft } from "../load-draft.server.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = ({ locals, params }) => loadDraft(locals, params);

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const reason = readText(form, "reason");
    const answer = await answerForm(
      () => locals.api.behovskompass.showAnyway({ childId: params.id, draftId: params.draftId, reason }),
      { reason },
    );
    if (answer.refused !== undefined) return answer.refused;
    redirect(303, `/barn/${params.id}/uppfoljning/${params.draftId}`);
  },
};
