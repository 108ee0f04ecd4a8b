import type { LocalDate } from "@kompassen/domain/shared";
import type { FamilyContext } from "./family-procedure.ts";

/** A child on the guardian's own first page. */
export interface FamilyChild {
  readonly id: string;
  readonly givenName: string;
  readonly nextFollowUpOn: LocalDate | null;
  readonly isClosed: boolean;
}

export async function listFamilyChildren({ tx }: FamilyContext): Promise<FamilyChild[]> {
  return await tx.sql<FamilyChild[]>`
    select c.id, c.given_name as "givenName", c.next_follow_up_on::text as "nextFollowUpOn",
           c.closed_on is not null as "isClosed"
      from child c where c.kommun_code = kompass.kommun() order by c.given_name, c.id`;
}
