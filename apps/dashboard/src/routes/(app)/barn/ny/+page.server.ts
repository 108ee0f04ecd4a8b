import { registerChildInput } from "@kompassen/api/people";
import { DEFAULT_RULES, suggestFollowUpDate } from "@kompassen/domain/follow-up";
import { RESPONSIBLE_KINDS } from "@kompassen/domain/people";
import { error, redirect } from "@sveltejs/kit";
import {
  addGuardianRow,
  type FilledRegistration,
  readRegistration,
  removeGuardianRow,
} from "#lib/people/read-registration.ts";
import { answerForm } from "#lib/server/answer-form.ts";
import { newId } from "#lib/server/new-id.ts";
import { readOptional, readText } from "#lib/server/read-text.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals }) => {
  const own = locals.signedIn?.roles ?? [];
  const roles = RESPONSIBLE_KINDS.filter((kind) => own.includes(kind));
  const [onlyRole] = roles;
  if (onlyRole === undefined) error(404);
  const { units } = await locals.api.people.listOptions();
  const { now, today } = locals.context;
  const blank: FilledRegistration = {
    childId: newId(now),
    relationId: newId(now),
    givenName: "",
    familyName: "",
    birthDate: "",
    unitId: "",
    protectedIdentity: "ingen",
    guardians: [{ guardianId: newId(now), name: "", relation: "" }],
    responsibleAs: onlyRole,
    nextFollowUpOn: suggestFollowUpDate(today, DEFAULT_RULES),
  };
  return { units, roles, blank, today };
};

export const actions: Actions = {
  addGuardian: async ({ request, locals }) => {
    const filled = readRegistration(await request.formData());
    return { filled: addGuardianRow(filled, newId(locals.context.now)), refusal: null };
  },
  removeGuardian: async ({ request }) => {
    const form = await request.formData();
    return {
      filled: removeGuardianRow(readRegistration(form), readText(form, "guardianToRemove")),
      refusal: null,
    };
  },
  register: async ({ request, locals }) => {
    const form = await request.formData();
    const filled = readRegistration(form);
    const answer = await answerForm(
      () =>
        locals.api.people.registerChild(
          registerChildInput.parse({
            ...filled,
            birthDate: readOptional(form, "birthDate"),
            nextFollowUpOn: readOptional(form, "nextFollowUpOn"),
          }),
        ),
      filled,
    );
    if (answer.refused !== undefined) return answer.refused;
    redirect(303, `/barn/${answer.done.childId}/behovskompass`);
  },
};
