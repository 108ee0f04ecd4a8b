import { z } from "zod";
import { auditChildren } from "../audit/index.ts";
import type { ActorContext } from "../context/index.ts";
import { router } from "../procedure/index.ts";
import { approveDraft, approveDraftInput, withdrawDraft } from "./decide-draft.ts";
import { getDraft } from "./get-draft.ts";
import { listDrafts } from "./list-drafts.ts";
import { officerProcedure } from "./officer.ts";
import { requestDraft, requestDraftInput } from "./request-draft.ts";

const ofDraft = z.object({ draftId: z.uuid() });

/** In the officer's own chain of the log: no child is named, only the draft. */
function audit({ tx }: ActorContext, verb: string, draftId: string): Promise<void> {
  return auditChildren(tx, [], { verb: `release.${verb}`, purpose: "statistik", fields: [draftId] });
}

export const releaseRouter = router({
  listDrafts: officerProcedure.query(({ ctx }) => listDrafts(ctx.tx)),
  getDraft: officerProcedure.input(ofDraft).query(async ({ ctx, input }) => {
    await audit(ctx, "getDraft", input.draftId);
    return getDraft(ctx.tx, input.draftId);
  }),
  requestDraft: officerProcedure.input(requestDraftInput).mutation(async ({ ctx, input }) => {
    const { personId } = ctx.signedIn;
    await requestDraft(ctx.tx, { ...input, requestedBy: personId, today: ctx.today });
    await audit(ctx, "requestDraft", input.draftId);
    return { draftId: input.draftId };
  }),
  approveDraft: officerProcedure.input(approveDraftInput).mutation(async ({ ctx, input }) => {
    const released = await approveDraft(ctx.tx, input);
    await audit(ctx, "approveDraft", input.draftId);
    return released;
  }),
  withdrawDraft: officerProcedure.input(ofDraft).mutation(async ({ ctx, input }) => {
    await withdrawDraft(ctx.tx, input.draftId);
    await audit(ctx, "withdrawDraft", input.draftId);
  }),
});
