import type { Database } from "@kompassen/db";
import { countAttempt } from "../limits/index.ts";
import type { GuardianAccount } from "./find-account.ts";
import { readInvitationCode } from "./invitation-code.ts";

const ATTEMPTS = { most: 8, seconds: 900 };

/** Who brings the letter: vouched for by a login service, or signed in already. */
export interface Bringer {
  readonly issuer: string;
  readonly subject: string;
  /** How surely the login service knows; null for whoever is signed in. */
  readonly acr: string | null;
  /** Of which kommuner a letter is taken. */
  readonly kommunCodes: readonly string[];
}

/**
 * Ties the guardian named in a letter to whoever brings its code; a first letter makes the account.
 * @returns null for a code that does not hold: wrong, used, too old, or tried too often. Which of them is not said.
 * @throws KompassError `too_many_requests`
 */
export async function redeemInvitation(
  database: Database,
  { issuer, subject, kommunCodes }: Omit<Bringer, "acr">,
  written: string,
): Promise<GuardianAccount | null> {
  await countAttempt(database, `invitation ${issuer} ${subject}`, ATTEMPTS);
  const code = readInvitationCode(written);
  if (code === null) return null;
  const [row] = await database.sql<{ kommun_code: string; account_id: string }[]>`
    select * from kompass.redeem_invitation(${code.finder}, ${code.secretHash}, ${issuer}, ${subject},
                                            ${[...kommunCodes]}::text[], ${crypto.randomUUID()})`;
  return row === undefined ? null : { kommunCode: row.kommun_code, accountId: row.account_id };
}
