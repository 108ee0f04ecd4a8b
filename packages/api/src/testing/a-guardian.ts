import type { TestDatabase } from "@kompassen/db/testing";
import { todayInSweden } from "@kompassen/domain/shared";
import { createCaller } from "../index.ts";
import { silentLog } from "../log/index.ts";
import type { Caller } from "./a-kommun.ts";

/** A guardian with an own account, tied to the guardians of their children; calls go through the family's role. */
export async function aGuardian(
  { admin, app, statistics, family }: TestDatabase,
  kommunCode: string,
  ...guardianIds: readonly string[]
): Promise<{ accountId: string; as: Caller }> {
  const accountId = crypto.randomUUID();
  await admin`
    insert into guardian_account (kommun_code, id, issuer, subject)
    values (${kommunCode}, ${accountId}, 'test', ${accountId})`;
  await admin`update guardian set account_id = ${accountId} where id = any(${[...guardianIds]}::uuid[])`;
  const now = new Date();
  const context = {
    database: app,
    statistics,
    family,
    log: silentLog,
    signedIn: null,
    guardian: { kommunCode, accountId },
    now,
    today: todayInSweden(now),
  };
  return { accountId, as: createCaller(context) };
}
