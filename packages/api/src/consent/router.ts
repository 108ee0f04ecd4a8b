import { RESPONSIBLE } from "../access/index.ts";
import { childProcedure, router } from "../procedure/index.ts";
import { recordConsent, recordConsentInput } from "./record-consent.ts";

export const consentRouter = router({
  recordConsent: childProcedure(RESPONSIBLE, { purpose: "samtycke", fields: ["consent"] })
    .input(recordConsentInput)
    .mutation(({ ctx, input }) => recordConsent(ctx, ctx.child, input)),
});
