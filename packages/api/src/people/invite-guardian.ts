import { z } from "zod";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { KompassError, notFound } from "../errors/index.ts";
import { newInvitationCode } from "../login/index.ts";

export const inviteGuardianInput = z.object({ invitationId: z.uuid(), guardianId: z.uuid() });

/** What stands in the letter; the code is shown here and never again. */
export interface GuardianInvitation {
  readonly code: string;
  /** `yyyy-mm-dd`, the last day. */
  readonly validTo: string;
}

const DAYS = 30;

/**
 * A letter that lets a guardian in to what the family is told of this child. An earlier letter to the same guardian
 * no longer holds. The same form sent twice gives one letter, with the code shown last.
 * @throws KompassError `closed` with reason `guardian_has_account`
 */
export async function inviteGuardian(
  { tx, signedIn }: ActorContext,
  { childId }: AuthorizedChild,
  { invitationId, guardianId }: z.infer<typeof inviteGuardianInput>,
): Promise<GuardianInvitation> {
  const { sql } = tx;
  const { kommunCode, personId } = signedIn;
  const [guardian] = await sql<{ has_account: boolean }[]>`
    select account_id is not null as has_account from guardian
     where kommun_code = ${kommunCode} and child_id = ${childId} and id = ${guardianId}`;
  if (guardian === undefined) return notFound();
  if (guardian.has_account) throw new KompassError("closed", { reason: "guardian_has_account" });
  const code = newInvitationCode();
  await sql`
    update guardian_invitation set expires_at = now()
     where kommun_code = ${kommunCode} and child_id = ${childId} and guardian_id = ${guardianId}
       and id <> ${invitationId} and used_at is null and expires_at > now()`;
  const [row] = await sql<{ valid_to: string }[]>`
    insert into guardian_invitation (kommun_code, id, child_id, guardian_id, finder, secret_hash, made_by, expires_at)
    values (${kommunCode}, ${invitationId}, ${childId}, ${guardianId}, ${code.finder}, ${code.secretHash},
            ${personId}, now() + make_interval(days => ${DAYS}))
    on conflict (kommun_code, id) do update
      set finder = excluded.finder, secret_hash = excluded.secret_hash, failed_attempts = 0
    where guardian_invitation.used_at is null and guardian_invitation.guardian_id = excluded.guardian_id
    returning (expires_at at time zone 'Europe/Stockholm')::date::text as valid_to`;
  return row === undefined ? notFound() : { code: code.text, validTo: row.valid_to };
}
