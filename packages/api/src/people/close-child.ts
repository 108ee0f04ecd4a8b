import { CLOSING_REASONS } from "@kompassen/domain/people";
import { closingStep } from "@kompassen/domain/stodprocess";
import { z } from "zod";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { conflict, notFound } from "../errors/index.ts";
import { recordPassedPlan, recordSteps } from "../stodprocess/index.ts";

export const closeChildInput = z.object({
  /** Made by the caller, so that closing once is one step. */
  closingId: z.uuid(),
  reason: z.enum(CLOSING_REASONS),
  version: z.int(),
});

/** The child is no longer followed from today, and why. That its needs are met only a person says. */
export async function closeChild(
  { tx, signedIn, today }: ActorContext,
  { childId }: AuthorizedChild,
  { closingId, reason, version }: z.infer<typeof closeChildInput>,
): Promise<{ version: number }> {
  const { sql } = tx;
  await recordPassedPlan(tx, childId, today);
  const closed = await sql`
    update child set closed_on = ${today}, closing_reason = ${reason}, next_follow_up_on = null, version = version + 1
     where kommun_code = ${signedIn.kommunCode} and id = ${childId} and version = ${version} and closed_on is null`;
  if (closed.count === 1) {
    await recordSteps(tx, { childId, ...closingStep(reason), registeredOn: today, occurredOn: today }, [
      closingId,
    ]);
    return { version: version + 1 };
  }
  const [current] = await sql<{ version: number; closingReason: string | null; closedOn: string | null }[]>`
    select version, closing_reason as "closingReason", closed_on::text as "closedOn" from child
     where kommun_code = ${signedIn.kommunCode} and id = ${childId}`;
  if (current === undefined) return notFound();
  // A repeated closing whose answer was lost on the way.
  const isRepeated = current.closingReason === reason && current.version === version + 1;
  if (isRepeated) return { version: current.version };
  return conflict(current.version, { closingReason: current.closingReason, closedOn: current.closedOn });
}
