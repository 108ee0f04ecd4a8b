import { RESPONSIBLE, TEAM } from "../access/index.ts";
import { childProcedure, router } from "../procedure/index.ts";
import { listShares } from "./list-shares.ts";
import { recordPrintout, recordPrintoutInput } from "./record-printout.ts";
import { recordShare, recordShareInput } from "./record-share.ts";
import { tellShare, tellShareInput, withholdShare, withholdShareInput } from "./tell-share.ts";
import { reviewWithheld, reviewWithheldInput, withhold, withholdInput } from "./withhold.ts";

const purpose = "delning" as const;

// Names of verbs that hold something back begin alike: what a family is told of the log leaves them out.
export const sharingRouter = router({
  listShares: childProcedure(RESPONSIBLE, { purpose, fields: ["sharing", "sharing_told"] }).query(({ ctx }) =>
    listShares(ctx, ctx.child),
  ),
  recordShare: childProcedure(RESPONSIBLE, { purpose, fields: ["sharing"] })
    .input(recordShareInput)
    .mutation(({ ctx, input }) => recordShare(ctx, ctx.child, input)),
  recordPrintout: childProcedure(TEAM, { purpose: "utskrift", fields: ["sharing"] })
    .input(recordPrintoutInput)
    .mutation(({ ctx, input }) => recordPrintout(ctx, ctx.child, input)),
  tellShare: childProcedure(RESPONSIBLE, { purpose, fields: ["sharing_told"] })
    .input(tellShareInput)
    .mutation(({ ctx, input }) => tellShare(ctx, ctx.child, input)),
  withholdShare: childProcedure(RESPONSIBLE, { purpose, fields: ["sharing_told"] })
    .input(withholdShareInput)
    .mutation(({ ctx, input }) => withholdShare(ctx, ctx.child, input)),
  withhold: childProcedure(RESPONSIBLE, { purpose, fields: ["withheld"] })
    .input(withholdInput)
    .mutation(({ ctx, input }) => withhold(ctx, ctx.child, input)),
  withheldReview: childProcedure(RESPONSIBLE, { purpose, fields: ["withheld"] })
    .input(reviewWithheldInput)
    .mutation(({ ctx, input }) => reviewWithheld(ctx, ctx.child, input)),
});
