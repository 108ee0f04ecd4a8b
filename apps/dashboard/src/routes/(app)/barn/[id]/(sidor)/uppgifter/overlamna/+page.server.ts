import { appointInput } from "@kompassen/api/people";
import { error, redirect } from "@sveltejs/kit";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { toStaffOptions } from "#lib/people/to-staff-options.ts";
import { answerForm } from "#lib/server/answer-form.ts";
import { newId } from "#lib/server/new-id.ts";
import { readText } from "#lib/server/read-text.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { header, child } = await parent();
  if (!header.mayWrite) error(404);
  const [{ staff }, { people }] = await Promise.all([
    locals.api.people.listOptions(),
    loadMessages(locals.locale),
  ]);
  const { today, now } = locals.context;
  return {
    staff: toStaffOptions(staff, people),
    hasStodsamordnare: child.relations.some(
      ({ kind, validTo }) => kind === "stodsamordnare" && (validTo === null || validTo >= today),
    ),
    talkLeaders: child.relations
      .filter(({ kind, validTo }) => kind === "samtalsledare" && (validTo === null || validTo >= today))
      .map(({ id, name, title }) => ({ id, name, title })),
    relationId: newId(now),
    endingId: newId(now),
  };
};

type Api = App.Locals["api"];

/** Whoever has handed over the own task may no longer see the child: then the way leads to the list. */
async function whereNext(api: Api, childId: string): Promise<string> {
  const isStillMine = await api.people.getChild({ childId }).then(
    () => true,
    () => false,
  );
  return isStillMine ? `/barn/${childId}/uppgifter?sparat` : "/barn?overlamnat";
}

export const actions: Actions = {
  appoint: async ({ request, locals, params }) => {
    const form = await request.formData();
    const filled = { kind: readText(form, "kind"), personId: readText(form, "personId") };
    const answer = await answerForm(
      () =>
        locals.api.people.appoint({
          childId: params.id,
          ...appointInput.parse({ ...filled, relationId: readText(form, "relationId") }),
        }),
      filled,
    );
    if (answer.refused !== undefined) return answer.refused;
    redirect(303, await whereNext(locals.api, params.id));
  },
  end: async ({ request, locals, params }) => {
    const form = await request.formData();
    const answer = await answerForm(
      () =>
        locals.api.people.appoint({
          childId: params.id,
          kind: "stodsamordnare",
          relationId: readText(form, "relationId"),
          personId: null,
        }),
      { kind: "", personId: "" },
    );
    if (answer.refused !== undefined) return answer.refused;
    redirect(303, await whereNext(locals.api, params.id));
  },
  endTalks: async ({ request, locals, params }) => {
    const form = await request.formData();
    const relationId = readText(form, "relationId");
    const answer = await answerForm(() => locals.api.people.endTalks({ childId: params.id, relationId }), {
      kind: "",
      personId: "",
    });
    if (answer.refused !== undefined) return answer.refused;
    redirect(303, `/barn/${params.id}/uppgifter?sparat`);
  },
};
