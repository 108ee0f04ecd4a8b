import { RESPONSIBLE, TEAM } from "../access/index.ts";
import { childProcedure, router, signedInProcedure } from "../procedure/index.ts";
import { decideChildAsked, decideChildAskedInput } from "./decide-child-asked.ts";
import { getConsents } from "./get-consents.ts";
import { listTakenBack } from "./list-taken-back.ts";
import { recordAgreement, recordAgreementInput } from "./record-agreement.ts";
import { recordConsent, recordConsentInput } from "./record-consent.ts";
import { withdrawConsent, withdrawConsentInput } from "./withdraw-consent.ts";

const purpose = "samtycke" as const;
const CLOSES = ["consent", "consent_closure", "agenda_item", "meeting", "signal", "draft", "sharing"];

export const consentRouter = router({
  getConsents: childProcedure(TEAM, {
    purpose,
    fields: ["consent", "child_asked", "compass_agreement"],
  }).query(({ ctx }) => getConsents(ctx, ctx.child)),
  listTakenBack: signedInProcedure.query(({ ctx }) => listTakenBack(ctx)),
  recordConsent: childProcedure(RESPONSIBLE, { purpose, fields: CLOSES })
    .input(recordConsentInput)
    .mutation(({ ctx, input }) => recordConsent(ctx, ctx.child, input)),
  withdrawConsent: childProcedure(RESPONSIBLE, { purpose, fields: CLOSES })
    .input(withdrawConsentInput)
    .mutation(({ ctx, input }) => withdrawConsent(ctx, ctx.child, input)),
  decideChildAsked: childProcedure(RESPONSIBLE, { purpose, fields: ["child_asked"] })
    .input(decideChildAskedInput)
    .mutation(({ ctx, input }) => decideChildAsked(ctx, ctx.child, input)),
  recordAgreement: childProcedure(RESPONSIBLE, { purpose, fields: ["compass_agreement"] })
    .input(recordAgreementInput)
    .mutation(({ ctx, input }) => recordAgreement(ctx, ctx.child, input)),
});
