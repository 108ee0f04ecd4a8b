import { error, fail, redirect } from "@sveltejs/kit";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { answerForm } from "#lib/server/answer-form.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { newId } from "#lib/server/new-id.ts";
import { readOptional, readText } from "#lib/server/read-text.ts";
import { toFormConflict } from "#lib/shared/to-form-conflict.ts";
import type { Actions, PageServerLoad } from "./$types";

/** `ny` in the address is a guardian to add. */
export const load: PageServerLoad = async ({ parent, params, locals, url }) => {
  const { header, child } = await parent();
  if (!header.mayWrite) error(404);
  if (params.guardianId === "ny") {
    const guardian = {
      id: newId(locals.context.now),
      name: "",
      relation: "",
      version: null,
      hasAccount: false,
    };
    return { guardian, childId: params.id, isClosed: false };
  }
  const guardian = child.guardians.find(({ id }) => id === params.guardianId);
  if (guardian === undefined) error(404);
  return { guardian, childId: params.id, isClosed: url.searchParams.has("stangd") };
};

export const actions: Actions = {
  record: async ({ request, locals, params }) => {
    const form = await request.formData();
    const filled = { name: readText(form, "name"), relation: readText(form, "relation") };
    const version = readOptional(form, "version");
    const answer = await answerForm(
      () =>
        locals.api.people.recordGuardian({
          childId: params.id,
          guardianId: readText(form, "guardianId"),
          version: version === null ? null : Number(version),
          ...filled,
        }),
      filled,
    );
    if (answer.refused === undefined) redirect(303, `/barn/${params.id}/uppgifter?sparat`);
    const { refusal } = answer.refused.data;
    const { people } = await loadMessages(locals.locale);
    const conflict = toFormConflict(refusal.detail, filled, {
      name: { label: people.register.guardianName },
      relation: { label: people.register.guardianRelation },
    });
    return fail(answer.refused.status, { refusal, filled, conflict });
  },
  closeLogin: async ({ locals, params }) => {
    const { id: childId, guardianId } = params;
    await findOr404(locals.api.people.closeGuardianLogin({ childId, guardianId }));
    redirect(303, `/barn/${childId}/uppgifter/vardnadshavare/${guardianId}?stangd`);
  },
};
