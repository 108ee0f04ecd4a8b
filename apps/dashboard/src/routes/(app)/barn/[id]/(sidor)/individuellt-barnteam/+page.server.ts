import { error, redirect } from "@sveltejs/kit";
import { answerForm } from "#lib/server/answer-form.ts";
import { newId } from "#lib/server/new-id.ts";
import { readText } from "#lib/server/read-text.ts";
import type { Actions, PageServerLoad } from "./$types";

const ROWS = Array.from({ length: 6 }, (_, index) => index);

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { header, child } = await parent();
  if (!header.mayWrite) error(404);
  if (child.individualTeamId !== null) redirect(303, `/team/${child.individualTeamId}`);
  const { staff } = await locals.api.people.listOptions();
  const own = locals.signedIn?.personId;
  return {
    teamId: newId(locals.context.now),
    isCovered: child.coveredSteps.includes("skriftligt_individuellt"),
    rows: ROWS,
    staff: staff
      .filter(({ id }) => id !== own)
      .map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` })),
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const members = ROWS.map((index) => ({
      personId: readText(form, `members.${index}.personId`),
      part: readText(form, `members.${index}.part`),
    }));
    // An empty row is nobody; one that is half filled in is told about.
    const chosen = members.filter(({ personId, part }) => personId !== "" || part !== "");
    const answer = await answerForm(
      () =>
        locals.api.barnteam.formIndividualTeam({
          childId: params.id,
          teamId: readText(form, "teamId"),
          members: chosen,
        }),
      { members: [...chosen, ...members.filter((member) => !chosen.includes(member))] },
    );
    if (answer.refused !== undefined) return answer.refused;
    redirect(303, `/team/${answer.done.teamId}`);
  },
};
