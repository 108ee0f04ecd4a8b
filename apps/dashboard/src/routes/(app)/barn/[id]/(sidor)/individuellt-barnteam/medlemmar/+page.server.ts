import { error, redirect } from "@sveltejs/kit";
import { answerForm } from "#lib/server/answer-form.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";
import { readText } from "#lib/server/read-text.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { header, child } = await parent();
  const teamId = child.individualTeamId;
  if (!header.mayWrite || teamId === null) error(404);
  const [{ staff }, team] = await Promise.all([
    locals.api.people.listOptions(),
    findOr404(locals.api.barnteam.getTeam({ teamId })),
  ]);
  const own = locals.signedIn?.personId;
  const seated = new Set(team.members.map(({ personId }) => personId));
  return {
    teamId,
    isCovered: child.coveredSteps.includes("skriftligt_individuellt"),
    members: team.members.map(({ personId, name, title, part }) => ({
      id: personId,
      name,
      title,
      part,
      isMe: personId === own,
    })),
    staff: staff
      .filter(({ id }) => !seated.has(id))
      .map(({ id, name, title }) => ({ value: id, label: `${name}, ${title}` })),
  };
};

export const actions: Actions = {
  add: async ({ request, locals, params, url }) => {
    const form = await request.formData();
    const filled = { personId: readText(form, "personId"), part: readText(form, "part") };
    const answer = await answerForm(
      () => locals.api.barnteam.addTeamMember({ childId: params.id, ...filled }),
      filled,
    );
    return answer.refused ?? redirect(303, url.pathname);
  },
  end: async ({ request, locals, params, url }) => {
    const form = await request.formData();
    await answerForm(
      () => locals.api.barnteam.endTeamMember({ childId: params.id, personId: readText(form, "personId") }),
      {},
    );
    redirect(303, url.pathname);
  },
};
