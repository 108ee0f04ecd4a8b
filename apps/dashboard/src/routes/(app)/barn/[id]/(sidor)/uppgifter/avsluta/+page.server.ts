import { closeChildInput } from "@kompassen/api/people";
import { error, redirect } from "@sveltejs/kit";
import { answerForm } from "#lib/server/answer-form.ts";
import { newId } from "#lib/server/new-id.ts";
import { readText } from "#lib/server/read-text.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { header, child } = await parent();
  if (!header.mayWrite || child.closedOn !== null) error(404);
  return { closingId: newId(locals.context.now), version: child.version };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const filled = { reason: readText(form, "reason") };
    const answer = await answerForm(
      () =>
        locals.api.people.closeChild({
          childId: params.id,
          ...closeChildInput.parse({
            ...filled,
            closingId: readText(form, "closingId"),
            version: Number(readText(form, "version")),
          }),
        }),
      filled,
    );
    if (answer.refused !== undefined) return answer.refused;
    redirect(303, `/barn/${params.id}/uppgifter?sparat`);
  },
};
