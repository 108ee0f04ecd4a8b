import { error, redirect } from "@sveltejs/kit";
import { answerForm } from "#lib/server/answer-form.ts";
import { newId } from "#lib/server/new-id.ts";
import { readText } from "#lib/server/read-text.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { header } = await parent();
  if (!header.mayWrite) error(404);
  return { eventId: newId(locals.context.now) };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const filled = {
      happenedOn: readText(form, "happenedOn"),
      description: readText(form, "description"),
    };
    const answer = await answerForm(
      () =>
        locals.api.barnetsPlan.recordLifeEvent({
          childId: params.id,
          eventId: readText(form, "eventId"),
          ...filled,
        }),
      filled,
    );
    if (answer.refused !== undefined) return answer.refused;
    redirect(303, `/barn/${params.id}/stod?sparat`);
  },
};
