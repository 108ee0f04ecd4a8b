import { registerChildInput } from "@kompassen/api/people";
import { DEFAULT_RULES, suggestFollowUpDate } from "@kompassen/domain/follow-up";
import { RESPONSIBLE_KINDS } from "@kompassen/domain/people";
import { error, fail, redirect } from "@sveltejs/kit";
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
  const [{ units }, mayLookUp] = await Promise.all([
    locals.api.people.listOptions(),
    // Only the Barnkontakt of a unit looks up its pupils.
    locals.api.schoolRegister.mayFindPupil(),
  ]);
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
    pupilSourceId: "",
  };
  return { units, roles, blank, today, mayLookUp, locale: locals.locale };
};

export const actions: Actions = {
  lookUp: async ({ request, locals }) => {
    const form = await request.formData();
    const text = readText(form, "text");
    const found =
      text.length < 2
        ? { pupils: [], tooMany: false }
        : await locals.api.schoolRegister.findPupil({ text: text.slice(0, 200) });
    return { filled: readRegistration(form), refusal: null, lookUp: { text, ...found }, chosen: null };
  },
  choosePupil: async ({ request }) => {
    const form = await request.formData();
    const givenName = readText(form, "givenName");
    const filled = readRegistration(form);
    return { filled, refusal: null, lookUp: null, chosen: `${givenName} ${filled.familyName}` };
  },
  addGuardian: async ({ request, locals }) => {
    const filled = readRegistration(await request.formData());
    const added = addGuardianRow(filled, newId(locals.context.now));
    return { filled: added, refusal: null, lookUp: null, chosen: null };
  },
  removeGuardian: async ({ request }) => {
    const form = await request.formData();
    return {
      filled: removeGuardianRow(readRegistration(form), readText(form, "guardianToRemove")),
      refusal: null,
      lookUp: null,
      chosen: null,
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
            pupilSourceId: readOptional(form, "pupilSourceId"),
          }),
        ),
      filled,
    );
    if (answer.refused !== undefined) {
      return fail(answer.refused.status, { ...answer.refused.data, lookUp: null, chosen: null });
    }
    redirect(303, `/barn/${answer.done.childId}/behovskompass`);
  },
};
