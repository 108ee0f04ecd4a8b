import { z } from "zod";
import { router } from "../procedure/index.ts";
import { requireStepUp } from "../session/index.ts";
import { auditDraft } from "./audit-draft.ts";
import { approveDraft, approveDraftInput, withdrawDraft } from "./decide-draft.ts";
import { getDraft } from "./get-draft.ts";
import { listDrafts } from "./list-drafts.ts";
import { officerProcedure } from "./officer.ts";
import { requestDraft, requestDraftInput } from "./request-draft.ts";

/** Releasing cannot be undone: the person proves anew who they are, within so many minutes. */
const RELEASE_MINUTES = 15;

const ofDraft = z.object({ draftId: z.uuid() });

export const releaseRouter = router({
  listDrafts: officerProcedure.query(({ ctx }) => listDrafts(ctx.tx)),
  getDraft: officerProcedure.input(ofDraft).query(async ({ ctx, input }) => {
    await auditDraft(ctx.tx, "getDraft", input.draftId);
    return getDraft(ctx.tx, input.draftId);
  }),
  requestDraft: officerProcedure.input(requestDraftInput).mutation(async ({ ctx, input }) => {
    const { personId } = ctx.signedIn;
    await requestDraft(ctx.tx, { ...input, requestedBy: personId, today: ctx.today });
    await auditDraft(ctx.tx, "requestDraft", input.draftId);
    return { draftId: input.draftId };
  }),
  approveDraft: officerProcedure.input(approveDraftInput).mutation(async ({ ctx, input }) => {
    requireStepUp(ctx, RELEASE_MINUTES);
    const released = await approveDraft(ctx.tx, input);
    await auditDraft(ctx.tx, "approveDraft", input.draftId);
    return released;
  }),
  withdrawDraft: officerProcedure.input(ofDraft).mutation(async ({ ctx, input }) => {
    await withdrawDraft(ctx.tx, input.draftId);
    await auditDraft(ctx.tx, "withdrawDraft", input.draftId);
  }),
});
