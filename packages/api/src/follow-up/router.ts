import { RESPONSIBLE, TEAM } from "../access/index.ts";
import { childProcedure, router } from "../procedure/index.ts";
import { getSignal, oneSignal } from "./get-signal.ts";
import {
  getConversation,
  ofCompass,
  recordConversation,
  recordConversationInput,
} from "./record-conversation.ts";
import {
  decideInput,
  decideSignal,
  markSeen,
  ofSignal,
  placeOnAgenda,
  placeOnAgendaInput,
} from "./signals.ts";

const purpose = "uppfoljning" as const;

export const followUpRouter = router({
  getConversation: childProcedure(TEAM, { purpose, fields: ["conversation", "area_thought"] })
    .input(ofCompass)
    .query(({ ctx, input }) => getConversation(ctx, ctx.child, input)),
  recordConversation: childProcedure(RESPONSIBLE, {
    purpose,
    fields: ["conversation", "area_thought", "signal", "process_step"],
  })
    .input(recordConversationInput)
    .mutation(({ ctx, input }) => recordConversation(ctx, ctx.child, input)),
  getSignal: childProcedure(TEAM, { purpose, fields: ["signal", "assessment", "meeting"] })
    .input(oneSignal)
    .query(({ ctx, input }) => getSignal(ctx, ctx.child, input)),
  markSeen: childProcedure(RESPONSIBLE, { purpose, fields: ["signal"] })
    .input(ofSignal)
    .mutation(({ ctx, input }) => markSeen(ctx, ctx.child, input)),
  placeOnAgenda: childProcedure(RESPONSIBLE, { purpose, fields: ["signal", "agenda_item"] })
    .input(placeOnAgendaInput)
    .mutation(({ ctx, input }) => placeOnAgenda(ctx, ctx.child, input)),
  decideSignal: childProcedure(RESPONSIBLE, { purpose, fields: ["signal", "process_step"] })
    .input(decideInput)
    .mutation(({ ctx, input }) => decideSignal(ctx, ctx.child, input)),
});
