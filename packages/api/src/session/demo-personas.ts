import type { Database } from "@kompassen/db";
import type { PersonRole } from "@kompassen/domain/people";

/** An invented person who can be chosen at the demo's login. */
export interface DemoPersona {
  readonly kommunCode: string;
  readonly kommunName: string;
  readonly personId: string;
  readonly name: string;
  readonly title: string;
  readonly unitName: string | null;
  readonly roles: readonly PersonRole[];
}

/** An invented guardian with an account. */
export interface DemoGuardian {
  readonly kommunCode: string;
  readonly kommunName: string;
  readonly accountId: string;
  readonly name: string;
  /** "mamma", once for each child. */
  readonly relations: readonly string[];
  /** Who the guardian is at the login service of a trial. */
  readonly subject: string;
  /** Whether one of the children has protected identity. */
  readonly isProtected: boolean;
}

/** Only ever persons whom the demo made: their login keys begin with `demo:`. */
export async function listDemoPersonas(database: Database): Promise<DemoPersona[]> {
  return await database.sql<DemoPersona[]>`
    select kommun_code as "kommunCode", kommun_name as "kommunName", person_id as "personId", name, title,
           unit_name as "unitName", roles from kompass.demo_personas()`;
}

/** Only ever guardians whom the demo made. */
export async function listDemoGuardians(database: Database): Promise<DemoGuardian[]> {
  return await database.sql<DemoGuardian[]>`
    select kommun_code as "kommunCode", kommun_name as "kommunName", account_id as "accountId", name, relations,
           subject, is_protected as "isProtected" from kompass.demo_guardians()`;
}
