export type { AdministrationEntry } from "./administration-log.ts";
export { administratorProcedure } from "./administrator-procedure.ts";
export type { AdministrationOverview } from "./get-overview.ts";
export type { LoadedInstrument } from "./instruments.ts";
export {
  type Omrade,
  type Organisation,
  recordOmradeInput,
  recordUnitInput,
  type Unit,
} from "./organisation.ts";
export { type PersonRow, type PersonView, recordPersonInput } from "./persons.ts";
export { grantRoleInput } from "./roles.ts";
export { administrationRouter } from "./router.ts";
export { appointSuccessorInput, type LeftBehind } from "./successors.ts";
export { recordTeamInput, type StandingTeam, type StandingTeamRow, seatMemberInput } from "./teams.ts";
