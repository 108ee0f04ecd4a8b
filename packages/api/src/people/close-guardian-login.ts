import { z } from "zod";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { notFound } from "../errors/index.ts";

export const closeGuardianLoginInput = z.object({ guardianId: z.uuid() });

/**
 * Ends a guardian's own way in to this child, a letter that has not been used included; other children of the same
 * login stay as they are. It acts at the guardian's next step. Said again it changes nothing; a new letter opens anew.
 */
export async function closeGuardianLogin(
  { tx, signedIn }: ActorContext,
  { childId }: AuthorizedChild,
  { guardianId }: z.infer<typeof closeGuardianLoginInput>,
): Promise<void> {
  const { sql } = tx;
  const { kommunCode } = signedIn;
  const [guardian] = await sql`
    select 1 from guardian where kommun_code = ${kommunCode} and child_id = ${childId} and id = ${guardianId}`;
  if (guardian === undefined) return notFound();
  await sql`
    update guardian set account_id = null, version = version + 1
     where kommun_code = ${kommunCode} and child_id = ${childId} and id = ${guardianId} and account_id is not null`;
  await sql`
    update guardian_invitation set expires_at = now()
     where kommun_code = ${kommunCode} and child_id = ${childId} and guardian_id = ${guardianId}
       and used_at is null and expires_at > now()`;
}
