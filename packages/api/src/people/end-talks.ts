import { z } from "zod";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { notFound } from "../errors/index.ts";

export const endTalksInput = z.object({ relationId: z.uuid() });

/** A samtalsledare sees a child for one task and one time: the last day is yesterday, or today when it began today. */
export async function endTalks(
  { tx, signedIn, today }: ActorContext,
  { childId }: AuthorizedChild,
  { relationId }: z.infer<typeof endTalksInput>,
): Promise<void> {
  const ended = await tx.sql`
    update child_relation set valid_to = greatest(valid_from, ${today}::date - 1), version = version + 1
     where kommun_code = ${signedIn.kommunCode} and child_id = ${childId} and id = ${relationId}
       and kind = 'samtalsledare'`;
  if (ended.count === 0) notFound();
}
