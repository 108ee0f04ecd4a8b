import { z } from "zod";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { conflict, notFound } from "../errors/index.ts";

export const reopenChildInput = z.object({ version: z.int() });

/** The family has come back, or the follow-up was ended by mistake: the child is followed again. */
export async function reopenChild(
  { tx, signedIn }: ActorContext,
  { childId }: AuthorizedChild,
  { version }: z.infer<typeof reopenChildInput>,
): Promise<void> {
  const { sql } = tx;
  const reopened = await sql`
    update child set closed_on = null, closing_reason = null, version = version + 1
     where kommun_code = ${signedIn.kommunCode} and id = ${childId} and version = ${version}`;
  if (reopened.count === 1) return;
  const [current] = await sql<{ version: number; closedOn: string | null }[]>`
    select version, closed_on::text as "closedOn" from child
     where kommun_code = ${signedIn.kommunCode} and id = ${childId}`;
  if (current === undefined) return notFound();
  const isRepeated = current.closedOn === null && current.version === version + 1;
  if (!isRepeated) conflict(current.version, { closedOn: current.closedOn });
}
