import { dateText } from "@kompassen/domain/shared";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals }) => {
  const teams = await locals.api.barnteam.listTeams();
  return {
    teams: teams.map(({ id, kind, name, childName, nextMeetingOn }) => ({
      id,
      kind,
      name: childName === null ? name : `${name}, ${childName}`,
      nextOn: nextMeetingOn === null ? null : dateText(nextMeetingOn, locals.locale),
    })),
  };
};
