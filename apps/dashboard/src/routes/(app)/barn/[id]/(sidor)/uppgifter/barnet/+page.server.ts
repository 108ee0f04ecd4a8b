import { changeChildInput } from "@kompassen/api/people";
import { PROTECTED_IDENTITIES } from "@kompassen/domain/people";
import { dateText, isLocalDate } from "@kompassen/domain/shared";
import { error, fail, redirect } from "@sveltejs/kit";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { answerForm } from "#lib/server/answer-form.ts";
import { readOptional, readText } from "#lib/server/read-text.ts";
import { toFormConflict } from "#lib/shared/to-form-conflict.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ parent, locals }) => {
  const { header, child } = await parent();
  if (!header.mayWrite) error(404);
  const [{ units }, name] = await Promise.all([
    locals.api.people.listOptions(),
    header.isProtected ? locals.api.people.getProtectedName({ childId: child.id }) : child,
  ]);
  const stored = {
    givenName: name.givenName,
    familyName: name.familyName,
    birthDate: child.birthDate ?? "",
    unitId: child.unit?.id ?? "",
    protectedIdentity: child.protectedIdentity,
  };
  return { units, stored, version: child.version, today: locals.context.today };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const filled = {
      givenName: readText(form, "givenName"),
      familyName: readText(form, "familyName"),
      birthDate: readText(form, "birthDate"),
      unitId: readText(form, "unitId"),
      protectedIdentity: readText(form, "protectedIdentity"),
    };
    const answer = await answerForm(
      () =>
        locals.api.people.changeChild({
          childId: params.id,
          ...changeChildInput.parse({
            ...filled,
            birthDate: readOptional(form, "birthDate"),
            unitId: readOptional(form, "unitId"),
            version: Number(readText(form, "version")),
          }),
        }),
      filled,
    );
    if (answer.refused === undefined) redirect(303, `/barn/${params.id}/uppgifter?sparat`);
    const { refusal } = answer.refused.data;
    const [{ people }, { units }] = await Promise.all([
      loadMessages(locals.locale),
      locals.api.people.listOptions(),
    ]);
    const words = people.register;
    const unitName = (id: string) =>
      units.find((unit) => unit.id === id)?.name ?? people.details.child.unitHidden;
    const identity = (value: string) => {
      const known = PROTECTED_IDENTITIES.find((name) => name === value);
      return known === undefined ? "" : words.protectedIdentities[known];
    };
    const conflict = toFormConflict(refusal.detail, filled, {
      givenName: { label: words.givenName },
      familyName: { label: words.familyName },
      birthDate: {
        label: words.birthDate,
        text: (day) => (isLocalDate(day) ? dateText(day, locals.locale) : people.details.child.unknown),
      },
      unitId: { label: words.unit, text: unitName },
      protectedIdentity: { label: words.protectedIdentity, text: identity },
    });
    return fail(answer.refused.status, { refusal, filled, conflict });
  },
};
