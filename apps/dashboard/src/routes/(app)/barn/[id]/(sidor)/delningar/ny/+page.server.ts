import { recordShareInput } from "@kompassen/api/sharing";
import { AREAS } from "@kompassen/domain/behovskompass";
import { SHARED_FIELDS } from "@kompassen/domain/sharing";
import { error, redirect } from "@sveltejs/kit";
import { answerForm } from "#lib/server/answer-form.ts";
import { newId } from "#lib/server/new-id.ts";
import { readOptional, readText } from "#lib/server/read-text.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { header } = await parent();
  if (!header.mayWrite) error(404);
  const { units } = await locals.api.people.listOptions();
  return {
    sharingId: newId(locals.context.now),
    today: locals.context.today,
    units: units.map(({ id, name }) => ({ value: id, label: name })),
  };
};

const TEXTS = [
  "sharedOn",
  "toOther",
  "necessary",
  "relevant",
  "proportionate",
  "ground",
  "groundStep",
  "groundText",
] as const;

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const [sharedOn, toOther, necessary, relevant, proportionate, ground, groundStep, groundText] = TEXTS.map(
      (name) => readText(form, name),
    );
    const filled = {
      sharedOn,
      toOther,
      necessary,
      relevant,
      proportionate,
      ground,
      groundStep,
      groundText,
      areas: AREAS.filter((area) => form.getAll("areas").includes(area)),
      fields: SHARED_FIELDS.filter((field) => form.getAll("fields").includes(field)),
      toUnitIds: form.getAll("toUnitIds").filter((id): id is string => typeof id === "string" && id !== ""),
    };
    const answer = await answerForm(
      () =>
        locals.api.sharing.recordShare({
          childId: params.id,
          ...recordShareInput.parse({
            ...filled,
            sharingId: readText(form, "sharingId"),
            toOther: readOptional(form, "toOther"),
            groundStep: readOptional(form, "groundStep"),
            groundText: readOptional(form, "groundText"),
          }),
        }),
      filled,
    );
    if (answer.refused !== undefined) return answer.refused;
    redirect(303, `/barn/${params.id}/delningar`);
  },
};
