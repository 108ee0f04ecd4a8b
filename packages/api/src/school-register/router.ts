import { RESPONSIBLE } from "../access/index.ts";
import { administratorProcedure } from "../administration/index.ts";
import { childProcedure, router, signedInProcedure } from "../procedure/index.ts";
import { findPupil, findPupilInput, mayFindPupil } from "./find-pupil.ts";
import { getRegisterStatus } from "./get-register-status.ts";
import { answerCandidate, answerCandidateInput, listCandidates } from "./guardian-candidates.ts";
import { listDuties } from "./list-duties.ts";
import { listNotices, seeNotices } from "./notices.ts";

export const schoolRegisterRouter = router({
  getStatus: administratorProcedure.query(({ ctx }) => getRegisterStatus(ctx)),
  listDuties: administratorProcedure.query(({ ctx }) => listDuties(ctx)),
  mayFindPupil: signedInProcedure.query(({ ctx }) => mayFindPupil(ctx)),
  findPupil: signedInProcedure.input(findPupilInput).query(({ ctx, input }) => findPupil(ctx, input)),
  listCandidates: childProcedure(RESPONSIBLE, {
    purpose: "registrering",
    fields: ["guardian_candidate"],
  }).query(({ ctx }) => listCandidates(ctx, ctx.child)),
  answerCandidate: childProcedure(RESPONSIBLE, {
    purpose: "registrering",
    fields: ["guardian_candidate", "guardian"],
  })
    .input(answerCandidateInput)
    .mutation(({ ctx, input }) => answerCandidate(ctx, ctx.child, input)),
  listNotices: childProcedure(RESPONSIBLE, { purpose: "registrering", fields: ["register_notice"] }).query(
    ({ ctx }) => listNotices(ctx, ctx.child),
  ),
  seeNotices: childProcedure(RESPONSIBLE, {
    purpose: "registrering",
    fields: ["register_notice"],
  }).mutation(({ ctx }) => seeNotices(ctx, ctx.child)),
});
