import { RESPONSIBLE } from "../access/index.ts";
import { childProcedure, router, signedInProcedure } from "../procedure/index.ts";
import { getEmergencyCard } from "./get-emergency-card.ts";
import { listAnnounced } from "./list-announced.ts";
import { listOwn } from "./list-own.ts";
import { endEmergency, ofAccess, openEmergency, openEmergencyInput } from "./open-emergency.ts";
import { listToReview, reviewEmergency, reviewEmergencyInput } from "./review-emergency.ts";

const purpose = "nodoppning" as const;

export const emergencyAccessRouter = router({
  open: signedInProcedure.input(openEmergencyInput).mutation(({ ctx, input }) => openEmergency(ctx, input)),
  end: signedInProcedure.input(ofAccess).mutation(({ ctx, input }) => endEmergency(ctx, input)),
  listOwn: signedInProcedure.query(({ ctx }) => listOwn(ctx.tx)),
  getCard: childProcedure(["nodoppning"], {
    purpose,
    fields: ["child", "guardian", "child_relation", "support"],
  }).query(({ ctx }) => getEmergencyCard(ctx, ctx.child)),
  listAnnounced: signedInProcedure.query(({ ctx }) => listAnnounced(ctx)),
  listOfChild: childProcedure(RESPONSIBLE, { purpose, fields: ["emergency_access"] }).query(({ ctx }) =>
    listAnnounced(ctx, ctx.child.childId),
  ),
  listToReview: signedInProcedure.query(({ ctx }) => listToReview(ctx)),
  review: signedInProcedure
    .input(reviewEmergencyInput)
    .mutation(({ ctx, input }) => reviewEmergency(ctx, input)),
});
