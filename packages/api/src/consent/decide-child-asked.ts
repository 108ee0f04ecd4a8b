import { z } from "zod";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { step } from "./consent-input.ts";

export const decideChildAskedInput = z.object({
  decisionId: z.uuid(),
  step,
  isAsked: z.boolean(),
  reason: z.string().trim().min(3).max(1000),
});

/** Whether the child's own yes is needed too: decided by age and maturity, with the reason. A no always counts. */
export async function decideChildAsked(
  { tx, signedIn, today }: ActorContext,
  { childId }: AuthorizedChild,
  { decisionId, step: of, isAsked, reason }: z.infer<typeof decideChildAskedInput>,
): Promise<void> {
  await tx.sql`
    insert into child_asked (kommun_code, id, child_id, step, is_asked, reason, decided_on, recorded_by, recorded_at)
    values (${signedIn.kommunCode}, ${decisionId}, ${childId}, ${of}, ${isAsked}, ${reason}, ${today},
            ${signedIn.personId}, clock_timestamp())
    on conflict (kommun_code, id) do nothing`;
}
