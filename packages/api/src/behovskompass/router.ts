import { ANY_STANDING, TEAM } from "../access/index.ts";
import { askingProcedure, childProcedure, router, signedInProcedure } from "../procedure/index.ts";
import { requireStepUp } from "../session/index.ts";
import { recordPrintout } from "../sharing/index.ts";
import { correctAssessment, correctAssessmentInput } from "./correct-assessment.ts";
import {
  discardDraft,
  getDraft,
  ofDraft,
  saveDraft,
  saveDraftInput,
  showAnyway,
  showAnywayInput,
} from "./draft.ts";
import { getAssessment, ofAssessment } from "./get-assessment.ts";
import { getChart } from "./get-chart.ts";
import { listStatements } from "./list-form-statements.ts";
import { listRounds } from "./list-rounds.ts";
import { openDraft, openDraftInput } from "./open-draft.ts";
import { readForHandIn } from "./read-for-hand-in.ts";
import { submitDraft, submitDraftInput } from "./submit-draft.ts";

const purpose = "uppfoljning" as const;
/** Within how many minutes one has shown anew who one is: a file that leaves the product is past all its locks. */
export const FILE_MINUTES = 15;
const OF_CHART = ["assessment", "area_thought", "signal", "support", "life_event"];

export const behovskompassRouter = router({
  getChart: childProcedure(TEAM, { purpose, fields: OF_CHART }).query(({ ctx }) => getChart(ctx, ctx.child)),
  /** The same, to leave the product as a file. */
  getChartFile: childProcedure(TEAM, { purpose: "export", fields: [...OF_CHART, "sharing"] }).query(
    async ({ ctx }) => {
      requireStepUp(ctx, FILE_MINUTES);
      await recordPrintout(ctx, ctx.child, { sharingId: crypto.randomUUID(), fields: ["compass"] });
      return getChart(ctx, ctx.child);
    },
  ),
  listRounds: childProcedure(ANY_STANDING, { purpose, fields: ["compass", "draft"] }).query(({ ctx }) =>
    listRounds(ctx, ctx.child),
  ),
  listStatements: signedInProcedure.query(({ ctx }) => listStatements(ctx.tx)),
  openDraft: childProcedure(ANY_STANDING, { purpose, fields: ["draft", "compass"] })
    .input(openDraftInput)
    .mutation(({ ctx, input }) => openDraft(ctx, ctx.child, input)),
  getDraft: childProcedure(ANY_STANDING, { purpose, fields: ["draft"] })
    .input(ofDraft)
    .query(({ ctx, input }) => getDraft(ctx, ctx.child, input)),
  saveDraft: childProcedure(ANY_STANDING, { purpose, fields: ["draft.content"] })
    .input(saveDraftInput)
    .mutation(({ ctx, input }) => saveDraft(ctx, ctx.child, input)),
  showAnyway: childProcedure(TEAM, { purpose, fields: ["draft.shown_anyway_at"] })
    .input(showAnywayInput)
    .mutation(({ ctx, input }) => showAnyway(ctx, ctx.child, input)),
  discardDraft: childProcedure(ANY_STANDING, { purpose, fields: ["draft"] })
    .input(ofDraft)
    .mutation(({ ctx, input }) => discardDraft(ctx, ctx.child, input)),
  submitDraft: askingProcedure(
    ANY_STANDING,
    { purpose, fields: ["assessment", "assessment_comment", "signal", "process_step"] },
    { isHandingIn: true },
  )
    .input(submitDraftInput)
    .mutation(async ({ ctx, input }) => {
      const reading = readForHandIn(ctx.tx, input);
      reading.catch(() => {});
      const child = await ctx.asked;
      return submitDraft(ctx, child, input, await reading);
    }),
  getAssessment: childProcedure(TEAM, { purpose, fields: ["assessment", "assessment_comment"] })
    .input(ofAssessment)
    .query(({ ctx, input }) => getAssessment(ctx, ctx.child, input)),
  correctAssessment: childProcedure(TEAM, {
    purpose,
    fields: ["assessment", "assessment_comment", "signal", "process_step"],
  })
    .input(correctAssessmentInput)
    .mutation(({ ctx, input }) => correctAssessment(ctx, ctx.child, input)),
});
