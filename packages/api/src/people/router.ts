import { ANY_STANDING, RESPONSIBLE } from "../access/index.ts";
import { childProcedure, router, signedInProcedure } from "../procedure/index.ts";
import { recordPrintout } from "../sharing/index.ts";
import { answerHandOver, answerHandOverInput } from "./answer-hand-over.ts";
import { appoint, appointInput } from "./appoint.ts";
import { askHandOver, askHandOverInput, withdrawHandOver, withdrawHandOverInput } from "./ask-hand-over.ts";
import { changeChild, changeChildInput } from "./change-child.ts";
import { closeChild, closeChildInput } from "./close-child.ts";
import { closeGuardianLogin, closeGuardianLoginInput } from "./close-guardian-login.ts";
import { endTalks, endTalksInput } from "./end-talks.ts";
import { getChild } from "./get-child.ts";
import { getHandOver } from "./get-hand-over.ts";
import { getProtectedName } from "./get-protected-name.ts";
import { inviteGuardian, inviteGuardianInput } from "./invite-guardian.ts";
import { listCaseload } from "./list-caseload.ts";
import { listClosed } from "./list-closed.ts";
import { listHandOvers } from "./list-hand-overs.ts";
import { listOptions } from "./list-options.ts";
import { planFollowUp, planFollowUpInput } from "./plan-follow-up.ts";
import { recordGuardian, recordGuardianInput } from "./record-guardian.ts";
import { registerChild, registerChildInput } from "./register-child.ts";
import { reopenChild, reopenChildInput } from "./reopen-child.ts";

export const peopleRouter = router({
  listCaseload: signedInProcedure.query(({ ctx }) => listCaseload(ctx)),
  listClosed: signedInProcedure.query(({ ctx }) => listClosed(ctx)),
  listOptions: signedInProcedure.query(({ ctx }) => listOptions(ctx)),
  getChild: childProcedure(ANY_STANDING, {
    purpose: "uppfoljning",
    fields: ["child", "child_relation", "guardian", "consent", "draft"],
  }).query(({ ctx }) => getChild(ctx, ctx.child)),
  getProtectedName: childProcedure(ANY_STANDING, {
    purpose: "uppfoljning",
    fields: ["child.given_name", "child.family_name"],
  }).query(({ ctx }) => getProtectedName(ctx, ctx.child)),
  registerChild: signedInProcedure
    .input(registerChildInput)
    .mutation(({ ctx, input }) => registerChild(ctx, input)),
  /** A page of the child is printed: what is on it was logged when it was read. */
  recordPrint: childProcedure(ANY_STANDING, { purpose: "utskrift", fields: ["child", "sharing"] }).mutation(
    ({ ctx }) => recordPrintout(ctx, ctx.child, { sharingId: crypto.randomUUID(), fields: ["compass"] }),
  ),
  changeChild: childProcedure(RESPONSIBLE, { purpose: "registrering", fields: ["child", "placement"] })
    .input(changeChildInput)
    .mutation(({ ctx, input }) => changeChild(ctx, ctx.child, input)),
  appoint: childProcedure(RESPONSIBLE, { purpose: "registrering", fields: ["child_relation"] })
    .input(appointInput)
    .mutation(({ ctx, input }) => appoint(ctx, ctx.child, input)),
  getHandOver: childProcedure(RESPONSIBLE, {
    purpose: "overlamning",
    fields: ["hand_over", "child_relation"],
  }).query(({ ctx }) => getHandOver(ctx, ctx.child)),
  askHandOver: childProcedure(RESPONSIBLE, { purpose: "overlamning", fields: ["hand_over"] })
    .input(askHandOverInput)
    .mutation(({ ctx, input }) => askHandOver(ctx, ctx.child, input)),
  withdrawHandOver: childProcedure(RESPONSIBLE, { purpose: "overlamning", fields: ["hand_over"] })
    .input(withdrawHandOverInput)
    .mutation(({ ctx, input }) => withdrawHandOver(ctx, ctx.child, input)),
  listHandOvers: signedInProcedure.query(({ ctx }) => listHandOvers(ctx)),
  answerHandOver: signedInProcedure
    .input(answerHandOverInput)
    .mutation(({ ctx, input }) => answerHandOver(ctx, input)),
  endTalks: childProcedure(RESPONSIBLE, { purpose: "registrering", fields: ["child_relation"] })
    .input(endTalksInput)
    .mutation(({ ctx, input }) => endTalks(ctx, ctx.child, input)),
  recordGuardian: childProcedure(RESPONSIBLE, { purpose: "registrering", fields: ["guardian"] })
    .input(recordGuardianInput)
    .mutation(({ ctx, input }) => recordGuardian(ctx, ctx.child, input)),
  inviteGuardian: childProcedure(RESPONSIBLE, { purpose: "registrering", fields: ["guardian_invitation"] })
    .input(inviteGuardianInput)
    .mutation(({ ctx, input }) => inviteGuardian(ctx, ctx.child, input)),
  closeGuardianLogin: childProcedure(RESPONSIBLE, {
    purpose: "registrering",
    fields: ["guardian.account_id", "guardian_invitation"],
  })
    .input(closeGuardianLoginInput)
    .mutation(({ ctx, input }) => closeGuardianLogin(ctx, ctx.child, input)),
  planFollowUp: childProcedure(RESPONSIBLE, { purpose: "uppfoljning", fields: ["child.next_follow_up_on"] })
    .input(planFollowUpInput)
    .mutation(({ ctx, input }) => planFollowUp(ctx, ctx.child, input)),
  closeChild: childProcedure(RESPONSIBLE, {
    purpose: "registrering",
    fields: ["child.closed_on", "child.closing_reason", "process_step"],
  })
    .input(closeChildInput)
    .mutation(({ ctx, input }) => closeChild(ctx, ctx.child, input)),
  reopenChild: childProcedure(RESPONSIBLE, {
    purpose: "registrering",
    fields: ["child.closed_on", "child.closing_reason"],
  })
    .input(reopenChildInput)
    .mutation(({ ctx, input }) => reopenChild(ctx, ctx.child, input)),
});
