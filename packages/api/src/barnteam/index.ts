export type { MeetingSummary, TeamChild, TeamMember, TeamView } from "./get-team.ts";
export type { TeamSummary } from "./list-teams.ts";
export { barnteamRouter } from "./router.ts";
