import { router } from "../procedure/index.ts";
import { listAdministrationLog } from "./administration-log.ts";
import { administratorProcedure } from "./administrator-procedure.ts";
import { getOverview } from "./get-overview.ts";
import { listInstruments } from "./instruments.ts";
import {
  getOrganisation,
  recordOmrade,
  recordOmradeInput,
  recordUnit,
  recordUnitInput,
} from "./organisation.ts";
import {
  getPerson,
  ofPerson,
  recordPerson,
  recordPersonInput,
  searchPersons,
  searchPersonsInput,
  setDisabled,
  setDisabledInput,
} from "./persons.ts";
import { endRole, endRoleInput, grantRole, grantRoleInput } from "./roles.ts";
import { appointSuccessor, appointSuccessorInput, listLeftBehind } from "./successors.ts";
import {
  getStandingTeam,
  listStandingTeams,
  ofStandingTeam,
  recordTeam,
  recordTeamInput,
  seatMember,
  seatMemberInput,
  unseatMember,
  unseatMemberInput,
} from "./teams.ts";

export const administrationRouter = router({
  getOverview: administratorProcedure.query(({ ctx }) => getOverview(ctx)),
  getOrganisation: administratorProcedure.query(({ ctx }) => getOrganisation(ctx)),
  recordOmrade: administratorProcedure
    .input(recordOmradeInput)
    .mutation(({ ctx, input }) => recordOmrade(ctx, input)),
  recordUnit: administratorProcedure
    .input(recordUnitInput)
    .mutation(({ ctx, input }) => recordUnit(ctx, input)),
  searchPersons: administratorProcedure
    .input(searchPersonsInput)
    .query(({ ctx, input }) => searchPersons(ctx, input)),
  getPerson: administratorProcedure.input(ofPerson).query(({ ctx, input }) => getPerson(ctx, input)),
  recordPerson: administratorProcedure
    .input(recordPersonInput)
    .mutation(({ ctx, input }) => recordPerson(ctx, input)),
  setDisabled: administratorProcedure
    .input(setDisabledInput)
    .mutation(({ ctx, input }) => setDisabled(ctx, input)),
  grantRole: administratorProcedure.input(grantRoleInput).mutation(({ ctx, input }) => grantRole(ctx, input)),
  endRole: administratorProcedure.input(endRoleInput).mutation(({ ctx, input }) => endRole(ctx, input)),
  listTeams: administratorProcedure.query(({ ctx }) => listStandingTeams(ctx)),
  getTeam: administratorProcedure
    .input(ofStandingTeam)
    .query(({ ctx, input }) => getStandingTeam(ctx, input)),
  recordTeam: administratorProcedure
    .input(recordTeamInput)
    .mutation(({ ctx, input }) => recordTeam(ctx, input)),
  seatMember: administratorProcedure
    .input(seatMemberInput)
    .mutation(({ ctx, input }) => seatMember(ctx, input)),
  unseatMember: administratorProcedure
    .input(unseatMemberInput)
    .mutation(({ ctx, input }) => unseatMember(ctx, input)),
  listInstruments: administratorProcedure.query(({ ctx }) => listInstruments(ctx)),
  listLeftBehind: administratorProcedure.query(({ ctx }) => listLeftBehind(ctx)),
  appointSuccessor: administratorProcedure
    .input(appointSuccessorInput)
    .mutation(({ ctx, input }) => appointSuccessor(ctx, input)),
  listLog: administratorProcedure.query(({ ctx }) => listAdministrationLog(ctx)),
});
