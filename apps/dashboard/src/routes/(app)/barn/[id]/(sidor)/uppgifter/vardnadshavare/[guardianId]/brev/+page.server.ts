import { dateText, localDate } from "@kompassen/domain/shared";
import { error } from "@sveltejs/kit";
import { answerForm } from "#lib/server/answer-form.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { newId } from "#lib/server/new-id.ts";
import { ownAddress } from "#lib/server/own-origin.ts";
import { readText } from "#lib/server/read-text.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
  await parent();
  const child = await findOr404(locals.api.people.getChild({ childId: params.id }));
  const guardian = child.guardians.find(({ id }) => id === params.guardianId);
  const isResponsible = child.standings.some((one) => one === "barnkontakt" || one === "stodsamordnare");
  if (guardian === undefined || !isResponsible) error(404);
  return {
    childId: params.id,
    guardian: { id: guardian.id, name: guardian.name, hasAccount: guardian.hasAccount },
    invitationId: newId(locals.context.now),
    address: ownAddress("/logga-in", url).href,
  };
};

/** The code stands in the answer to this one form and nowhere else. */
export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const invitationId = readText(await request.formData(), "invitationId");
    const answer = await answerForm(
      () =>
        locals.api.people.inviteGuardian({
          childId: params.id,
          guardianId: params.guardianId,
          invitationId,
        }),
      {},
    );
    if (answer.refused !== undefined) return answer.refused;
    const { code, validTo } = answer.done;
    return { letter: { code, validTo: dateText(localDate(validTo), locals.locale) } };
  },
};
