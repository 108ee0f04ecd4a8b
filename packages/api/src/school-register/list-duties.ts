import type { PersonRole } from "@kompassen/domain/people";
import { suggestedRole } from "@kompassen/domain/school-register";
import type { ActorContext } from "../context/index.ts";

/** Somebody who works at a place here by the register, and the role that it suggests. */
export interface DutySuggestion {
  readonly sourceId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly loginKey: string | null;
  /** The register's own word. */
  readonly roleSource: string;
  readonly suggests: PersonRole;
  readonly unitId: string;
  readonly unitName: string;
  /** The person here who has one of the register's logins. */
  readonly personId: string | null;
}

interface DutyRow extends Omit<DutySuggestion, "suggests" | "loginKey"> {
  readonly loginKeys: readonly string[];
  readonly roles: readonly PersonRole[];
}

/** What the register suggests and is not so here already. Nobody is given a role by it. */
export async function listDuties({ tx, today }: ActorContext): Promise<readonly DutySuggestion[]> {
  const rows = await tx.sql<DutyRow[]>`
    select source_id as "sourceId", given_name as "givenName", family_name as "familyName", login_keys as "loginKeys",
           role_source as "roleSource", unit_id as "unitId", unit_name as "unitName", person_id as "personId", roles
      from kompass.list_duties(${today})`;
  return rows.flatMap(({ loginKeys, roles, ...duty }) => {
    const suggests = suggestedRole(duty.roleSource);
    if (suggests === null || roles.includes(suggests)) return [];
    return [{ ...duty, suggests, loginKey: loginKeys[0] ?? null }];
  });
}
