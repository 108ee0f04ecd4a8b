import { areaName } from "@kompassen/domain/behovskompass";
import { redirect } from "@sveltejs/kit";
import { answerForm } from "#lib/server/answer-form.ts";
import { loadDraft } from "../load-draft.server.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params }) => {
  const loaded = await loadDraft(locals, params);
  const { startingArea } = loaded.content;
  return { ...loaded, startedWith: startingArea === null ? null : areaName(startingArea, locals.locale) };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const version = Number(form.get("version"));
    const answer = await answerForm(
      () => locals.api.behovskompass.submitDraft({ childId: params.id, draftId: params.draftId, version }),
      {},
    );
    if (answer.refused !== undefined) return answer.refused;
    const { standings } = await locals.api.people.getChild({ childId: params.id });
    const seesComparison = standings.some((standing) => standing !== "samtalsledare");
    redirect(
      303,
      seesComparison
        ? `/barn/${params.id}/samtal/${answer.done.compassId}`
        : `/barn/${params.id}/uppfoljning?inlamnad=ja`,
    );
  },
};
