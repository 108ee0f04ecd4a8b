import type { Database } from "@kompassen/db";
import type { PersonRole } from "@kompassen/domain/people";
import type { Vouched } from "./finish-login.ts";
import { LoginFault } from "./login-fault.ts";

/** A staff member known here, with the roles of today. */
export interface StaffAccount {
  readonly kommunCode: string;
  readonly personId: string;
  readonly roles: readonly PersonRole[];
}

export interface GuardianAccount {
  readonly kommunCode: string;
  readonly accountId: string;
}

interface StaffRow {
  readonly kommun_code: string;
  readonly person_id: string;
  readonly is_disabled: boolean;
  readonly roles: PersonRole[];
}

/**
 * Only who is in the register already; a login makes nobody. Roles follow the login service where that is
 * configured, in one transaction.
 * @throws LoginFault `unknown_person` or `disabled`
 */
export async function findStaff(
  database: Database,
  { login, key, roleValues }: Vouched,
): Promise<StaffAccount> {
  const { source } = login;
  const [row] = await database.sql<StaffRow[]>`
    select * from kompass.find_staff(${key}, ${source.kommunCodes}::text[])`;
  if (row === undefined) throw new LoginFault("unknown_person");
  if (row.is_disabled) throw new LoginFault("disabled");
  const found = { kommunCode: row.kommun_code, personId: row.person_id, roles: row.roles };
  if (roleValues === null || source.kind !== "staff" || source.roles === undefined) return found;
  const { values } = source.roles;
  const given = Object.entries(values).flatMap(([value, role]) => (roleValues.includes(value) ? [role] : []));
  const mayGive = [...new Set(Object.values(values))];
  const [followed] = await database.sql<{ roles: PersonRole[] }[]>`
    select kompass.follow_roles(${found.kommunCode}, ${found.personId}, ${mayGive}::text[], ${[...new Set(given)]}::text[]) as roles`;
  return { ...found, roles: followed?.roles ?? found.roles };
}

/**
 * @returns null for a guardian who has not brought a letter yet
 * @throws LoginFault `disabled`
 */
export async function findGuardian(
  database: Database,
  { login, key }: Vouched,
): Promise<GuardianAccount | null> {
  const { source } = login;
  const [row] = await database.sql<{ kommun_code: string; account_id: string; is_disabled: boolean }[]>`
    select * from kompass.find_guardian_account(${source.key}, ${key}, ${source.kommunCodes}::text[])`;
  if (row === undefined) return null;
  if (row.is_disabled) throw new LoginFault("disabled");
  return { kommunCode: row.kommun_code, accountId: row.account_id };
}
