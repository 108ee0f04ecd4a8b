import { ageGroupName } from "@kompassen/domain/people";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals }) => {
  const teams = await locals.api.administration.listTeams();
  const { today } = locals.context;
  const rows = teams.map((team) => ({
    ...team,
    ageText: team.ageGroup === null ? null : ageGroupName(team.ageGroup, locals.locale),
  }));
  const isRunning = ({ validTo }: { validTo: string | null }) => validTo === null || validTo >= today;
  return { running: rows.filter(isRunning), ended: rows.filter((row) => !isRunning(row)) };
};
