import { router } from "../procedure/index.ts";
import { familyChildProcedure, familyProcedure } from "./family-procedure.ts";
import { getOverview } from "./get-overview.ts";
import { getOwnConsents } from "./get-own-consents.ts";
import { listFamilyChildren } from "./list-children.ts";
import { listFamilyShares } from "./list-family-shares.ts";
import { listLooks } from "./list-looks.ts";
import { withdrawOwnConsent, withdrawOwnConsentInput } from "./withdraw-own-consent.ts";

const purpose = "familj" as const;

export const familyRouter = router({
  listChildren: familyProcedure({ purpose, fields: ["child"] }).query(({ ctx }) => listFamilyChildren(ctx)),
  getOverview: familyChildProcedure({
    purpose,
    fields: ["child", "assessment", "support", "life_event", "conversation"],
  }).query(({ ctx, input }) => getOverview(ctx, input)),
  getConsents: familyChildProcedure({ purpose, fields: ["consent"] }).query(({ ctx, input }) =>
    getOwnConsents(ctx, input),
  ),
  listShares: familyChildProcedure({ purpose, fields: ["sharing"] }).query(({ ctx, input }) =>
    listFamilyShares(ctx, input),
  ),
  listLooks: familyChildProcedure({ purpose, fields: ["audit_log"] }).query(({ ctx, input }) =>
    listLooks(ctx, input),
  ),
  withdrawConsent: familyChildProcedure({ purpose, fields: ["consent"] })
    .input(withdrawOwnConsentInput)
    .mutation(({ ctx, input }) => withdrawOwnConsent(ctx, input)),
});
