import type { Database } from "@kompassen/db";
import { findArrival } from "./guardian-arrival.ts";
import type { Login } from "./open-login.ts";
import type { Bringer } from "./redeem-invitation.ts";

/** A guardian's account, of whoever is signed in. */
interface OwnAccount {
  readonly kommunCode: string;
  readonly accountId: string;
}

/**
 * Who brings a letter: the guardian who is signed in, else one whom a login service has vouched for just now.
 * @returns null when it is neither
 */
export async function findBringer(
  database: Database,
  logins: readonly Login[],
  account: OwnAccount | null,
  arrivalToken: string | undefined,
): Promise<Bringer | null> {
  const proven =
    account !== null
      ? await identityOf(database, account)
      : arrivalToken === undefined
        ? null
        : await findArrival(database, arrivalToken);
  if (proven === null) return null;
  const login = logins.find(({ source }) => source.key === proven.issuer);
  const kommunCodes = login?.source.kommunCodes ?? (account === null ? [] : [account.kommunCode]);
  return { ...proven, kommunCodes };
}

async function identityOf(database: Database, { kommunCode, accountId }: OwnAccount) {
  const [row] = await database.sql<{ issuer: string; subject: string }[]>`
    select issuer, subject from kompass.identity_of_account(${kommunCode}, ${accountId})`;
  return row === undefined ? null : { ...row, acr: null };
}
