import { redirect } from "@sveltejs/kit";
import { answerForm } from "#lib/server/answer-form.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { newId } from "#lib/server/new-id.ts";
import { readText } from "#lib/server/read-text.ts";
import { requestableQuarters } from "#lib/views/statistics/requestable-quarters.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, parent }) => {
  await parent();
  const drafts = await findOr404(locals.api.release.listDrafts());
  const released = drafts.flatMap(({ state, periods }) => (state === "approved" ? periods : []));
  return {
    drafts: drafts.map(({ id, state, periods, requestedBy, requestedOn, decidedBy, decidedOn }) => ({
      id,
      state,
      periods,
      requestedBy,
      requestedOn,
      decidedBy,
      decidedOn,
    })),
    isOneOpen: drafts.some(({ state }) => state === "requested" || state === "draft"),
    quarters: requestableQuarters(released, locals.context.today),
    draftId: newId(locals.context.now),
  };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const form = await request.formData();
    const draftId = readText(form, "draftId");
    const periods = form.getAll("periods").map(String);
    const answer = await answerForm(() => locals.api.release.requestDraft({ draftId, periods }), { periods });
    if (answer.refused !== undefined) return answer.refused;
    redirect(303, `/statistik/utgavor/${answer.done.draftId}`);
  },
};
