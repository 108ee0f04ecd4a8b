import { withholdInput } from "@kompassen/api/sharing";
import { error, redirect } from "@sveltejs/kit";
import { answerForm } from "#lib/server/answer-form.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { newId } from "#lib/server/new-id.ts";
import { readText } from "#lib/server/read-text.ts";
import { loadThings } from "#lib/sharing/load-things.server.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, parent, params }) => {
  const { header } = await parent();
  if (!header.mayWrite) error(404);
  const book = await findOr404(locals.api.sharing.listShares({ childId: params.id }));
  return {
    withheldId: newId(locals.context.now),
    things: await loadThings(locals, params.id, book),
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const filled = {
      guardianId: readText(form, "guardianId"),
      thing: readText(form, "thing"),
      reason: readText(form, "reason"),
      reviewOn: readText(form, "reviewOn"),
    };
    const [thing, thingId] = filled.thing.split(":");
    const answer = await answerForm(
      () =>
        locals.api.sharing.withhold({
          childId: params.id,
          ...withholdInput.parse({ ...filled, withheldId: readText(form, "withheldId"), thing, thingId }),
        }),
      filled,
    );
    if (answer.refused !== undefined) return answer.refused;
    redirect(303, `/barn/${params.id}/delningar`);
  },
};
