import { RESPONSIBLE } from "../access/index.ts";
import { childProcedure, router, signedInProcedure } from "../procedure/index.ts";
import { formIndividualTeam, formIndividualTeamInput } from "./form-individual-team.ts";
import { getTeam, ofTeam } from "./get-team.ts";
import { listTeams } from "./list-teams.ts";
import { closeMeeting, closeMeetingInput, createMeeting, createMeetingInput } from "./meeting.ts";
import { addTeamMember, addTeamMemberInput, endTeamMember, endTeamMemberInput } from "./team-members.ts";

export const barnteamRouter = router({
  listTeams: signedInProcedure.query(({ ctx }) => listTeams(ctx)),
  getTeam: signedInProcedure.input(ofTeam).query(({ ctx, input }) => getTeam(ctx, input)),
  createMeeting: signedInProcedure
    .input(createMeetingInput)
    .mutation(({ ctx, input }) => createMeeting(ctx, input)),
  closeMeeting: signedInProcedure
    .input(closeMeetingInput)
    .mutation(({ ctx, input }) => closeMeeting(ctx, input)),
  formIndividualTeam: childProcedure(RESPONSIBLE, { purpose: "teammote", fields: ["team", "team_member"] })
    .input(formIndividualTeamInput)
    .mutation(({ ctx, input }) => formIndividualTeam(ctx, ctx.child, input)),
  addTeamMember: childProcedure(RESPONSIBLE, { purpose: "teammote", fields: ["team_member"] })
    .input(addTeamMemberInput)
    .mutation(({ ctx, input }) => addTeamMember(ctx, ctx.child, input)),
  endTeamMember: childProcedure(RESPONSIBLE, { purpose: "teammote", fields: ["team_member"] })
    .input(endTeamMemberInput)
    .mutation(({ ctx, input }) => endTeamMember(ctx, ctx.child, input)),
});
