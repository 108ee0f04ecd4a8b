import { redirect } from "@sveltejs/kit";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { loadDraft } from "../load-draft.server.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = ({ locals, params }) => loadDraft(locals, params);

export const actions: Actions = {
  default: async ({ locals, params }) => {
    await findOr404(locals.api.behovskompass.discardDraft({ childId: params.id, draftId: params.draftId }));
    redirect(303, `/barn/${params.id}/behovskompass`);
  },
};
