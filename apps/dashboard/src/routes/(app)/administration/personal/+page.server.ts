import { appointSuccessorInput } from "@kompassen/api/administration";
import { fail } from "@sveltejs/kit";
import { loadMessages } from "#lib/messages/load-messages.ts";
import { answerForm } from "#lib/server/answer-form.ts";
import { readText } from "#lib/server/read-text.ts";
import { stepUpHref } from "#lib/server/to-step-up.ts";
import type { Actions, PageServerLoad } from "./$types";

const PAGE = 50;

/** Minutes: fewer than an appointment asks for, so that there is time to choose. */
const TO_CHOOSE = 10;

export const load: PageServerLoad = async ({ locals, url }) => {
  const unitId = url.searchParams.get("enhet") ?? "";
  const page = Math.max(1, Math.min(1000, Number(url.searchParams.get("sida")) || 1));
  const { administration } = locals.api;
  // The name itself is not in the address: addresses are kept in histories and logs.
  const [found, { units }, left] = await Promise.all([
    administration.searchPersons({ text: "", unitId: unitId === "" ? null : unitId, page }),
    administration.getOrganisation(),
    administration.listLeftBehind(),
  ]);
  return {
    ...found,
    page,
    stepUpHref: stepUpHref(TO_CHOOSE, "#lamnade"),
    pages: Math.ceil(found.total / PAGE),
    unitId,
    units: units.map(({ id, name }) => ({ value: id, label: name })),
    left: left.map(({ mayFollow, ...row }) => ({
      ...row,
      options: mayFollow.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` })),
    })),
  };
};

export const actions: Actions = {
  search: async ({ request, locals }) => {
    const form = await request.formData();
    const [text, unitId] = [readText(form, "text"), readText(form, "unitId")];
    const found = await locals.api.administration.searchPersons({
      text: text.slice(0, 200),
      unitId: unitId === "" ? null : unitId,
      page: 1,
    });
    return { did: "search" as const, text, unitId, found };
  },
  appointSuccessor: async ({ request, locals }) => {
    const form = await request.formData();
    const filled = {
      personId: readText(form, "personId"),
      kind: readText(form, "kind"),
      successorId: readText(form, "successorId"),
    };
    const answer = await answerForm(
      () => locals.api.administration.appointSuccessor(appointSuccessorInput.parse(filled)),
      filled,
    );
    if (answer.refused !== undefined) {
      return fail(answer.refused.status, { did: "refused" as const, ...answer.refused.data });
    }
    const { administration } = await loadMessages(locals.locale);
    return { did: "appointed" as const, text: administration.persons.appointed(answer.done.children) };
  },
};
