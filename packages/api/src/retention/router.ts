import { router } from "../procedure/index.ts";
import { decidePurge, decidePurgeInput, proposePurge, proposePurgeInput } from "./decide-purge.ts";
import { getOverview } from "./get-overview.ts";
import { holdCase, holdCaseInput, liftHold, liftHoldInput } from "./hold-case.ts";
import { dataskyddsombudProcedure, keeperProcedure } from "./keeper.ts";
import { setRule, setRuleInput } from "./set-rule.ts";

export const retentionRouter = router({
  getOverview: keeperProcedure.query(({ ctx }) => getOverview(ctx)),
  proposePurge: keeperProcedure
    .input(proposePurgeInput)
    .mutation(({ ctx, input }) => proposePurge(ctx, input)),
  decidePurge: keeperProcedure.input(decidePurgeInput).mutation(({ ctx, input }) => decidePurge(ctx, input)),
  holdCase: dataskyddsombudProcedure.input(holdCaseInput).mutation(({ ctx, input }) => holdCase(ctx, input)),
  liftHold: dataskyddsombudProcedure.input(liftHoldInput).mutation(({ ctx, input }) => liftHold(ctx, input)),
  setRule: dataskyddsombudProcedure.input(setRuleInput).mutation(({ ctx, input }) => setRule(ctx, input)),
});
