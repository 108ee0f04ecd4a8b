import { z } from "zod";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { agreeOrConflict, notFound } from "../errors/index.ts";
import { day } from "../procedure/index.ts";
import { recordPassedPlan } from "../stodprocess/index.ts";

export const planFollowUpInput = z.object({ nextFollowUpOn: day.nullable(), version: z.int() });

/** Sets the date of the next follow-up. A date that somebody else changed meanwhile is shown, not overwritten. */
export async function planFollowUp(
  { tx, signedIn, today }: ActorContext,
  { childId }: AuthorizedChild,
  { nextFollowUpOn, version }: z.infer<typeof planFollowUpInput>,
): Promise<{ version: number }> {
  const { sql } = tx;
  await recordPassedPlan(tx, childId, today);
  const saved = await sql`
    update child set next_follow_up_on = ${nextFollowUpOn}, version = version + 1
     where kommun_code = ${signedIn.kommunCode} and id = ${childId} and version = ${version}`;
  if (saved.count === 1) return { version: version + 1 };
  const [current] = await sql<{ version: number; nextFollowUpOn: string | null }[]>`
    select version, next_follow_up_on::text as "nextFollowUpOn" from child
     where kommun_code = ${signedIn.kommunCode} and id = ${childId}`;
  if (current === undefined) return notFound();
  agreeOrConflict(current.version, { nextFollowUpOn: current.nextFollowUpOn }, { nextFollowUpOn });
  return { version: current.version };
}
