import { z } from "zod";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";

export const recordAgreementInput = z.object({
  agreementId: z.uuid(),
  guardianId: z.uuid(),
  isAgreed: z.boolean(),
});

/** What the child has said about one guardian seeing its own ratings. The latest answer counts; none is no. */
export async function recordAgreement(
  { tx, signedIn, today }: ActorContext,
  { childId }: AuthorizedChild,
  { agreementId, guardianId, isAgreed }: z.infer<typeof recordAgreementInput>,
): Promise<void> {
  await tx.sql`
    insert into compass_agreement (kommun_code, id, child_id, guardian_id, is_agreed, decided_on, recorded_by, recorded_at)
    values (${signedIn.kommunCode}, ${agreementId}, ${childId}, ${guardianId}, ${isAgreed}, ${today},
            ${signedIn.personId}, clock_timestamp())
    on conflict (kommun_code, id) do nothing`;
}
