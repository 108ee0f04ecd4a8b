import { REVIEW_DECISIONS } from "@kompassen/domain/audit";
import { fail, redirect } from "@sveltejs/kit";
import { answerForm } from "#lib/server/answer-form.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { readText } from "#lib/server/read-text.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  await parent();
  return findOr404(locals.api.logReview.getItem({ itemId: params.itemId }));
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const [chosen, note] = [readText(form, "decision"), readText(form, "note")];
    const filled = { decision: chosen, note };
    const decision = REVIEW_DECISIONS.find((one) => one === chosen);
    if (decision === undefined) return fail(400, { filled, missing: "decision" as const, refusal: null });
    const answer = await answerForm(
      () =>
        locals.api.logReview.decideItem({
          itemId: params.itemId,
          version: Number(form.get("version")),
          decision,
          note,
        }),
      filled,
    );
    if (answer.refused !== undefined) return answer.refused;
    redirect(303, "/logg");
  },
};
