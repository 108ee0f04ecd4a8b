import { RESPONSIBLE, TEAM } from "../access/index.ts";
import { childProcedure, router } from "../procedure/index.ts";
import { getLifeLine } from "./get-life-line.ts";
import {
  changeLifeEvent,
  changeLifeEventInput,
  recordLifeEvent,
  recordLifeEventInput,
} from "./record-life-event.ts";
import { changeSupport, changeSupportInput, recordSupport, recordSupportInput } from "./record-support.ts";

const purpose = "stod" as const;

export const barnetsPlanRouter = router({
  getLifeLine: childProcedure(TEAM, { purpose, fields: ["support", "life_event"] }).query(({ ctx }) =>
    getLifeLine(ctx, ctx.child),
  ),
  recordSupport: childProcedure(RESPONSIBLE, { purpose, fields: ["support"] })
    .input(recordSupportInput)
    .mutation(({ ctx, input }) => recordSupport(ctx, ctx.child, input)),
  changeSupport: childProcedure(RESPONSIBLE, { purpose, fields: ["support"] })
    .input(changeSupportInput)
    .mutation(({ ctx, input }) => changeSupport(ctx, ctx.child, input)),
  recordLifeEvent: childProcedure(RESPONSIBLE, { purpose, fields: ["life_event"] })
    .input(recordLifeEventInput)
    .mutation(({ ctx, input }) => recordLifeEvent(ctx, ctx.child, input)),
  changeLifeEvent: childProcedure(RESPONSIBLE, { purpose, fields: ["life_event"] })
    .input(changeLifeEventInput)
    .mutation(({ ctx, input }) => changeLifeEvent(ctx, ctx.child, input)),
});
