import type { ClosingReason } from "@kompassen/domain/people";
import type { LocalDate } from "@kompassen/domain/shared";
import { auditChildren } from "../audit/index.ts";
import type { ActorContext } from "../context/index.ts";

export interface ClosedChild {
  readonly id: string;
  /** Absent for a child with protected identity. */
  readonly givenName: string | null;
  readonly caseNumber: string;
  readonly closedOn: LocalDate;
  readonly closingReason: ClosingReason;
}

/** The children that the caller was the last to follow and whose follow-up has ended, the latest first. */
export async function listClosed({ tx, signedIn, today }: ActorContext): Promise<readonly ClosedChild[]> {
  const rows = await tx.sql<ClosedChild[]>`
    select distinct on (c.closed_on, c.id) c.id, c.case_number as "caseNumber",
           case when c.protected_identity = 'ingen' then c.given_name end as "givenName",
           c.closed_on::text as "closedOn", c.closing_reason as "closingReason"
      from child_relation r join child c on c.kommun_code = r.kommun_code and c.id = r.child_id
     where r.kommun_code = ${signedIn.kommunCode} and r.person_id = ${signedIn.personId}
       and r.kind in ('barnkontakt', 'stodsamordnare') and r.valid_from <= ${today}
       and (r.valid_to is null or r.valid_to >= ${today}) and c.closed_on is not null
     order by c.closed_on desc, c.id`;
  await auditChildren(
    tx,
    rows.map(({ id }) => id),
    { verb: "people.listClosed", purpose: "uppfoljning", fields: ["child"] },
  );
  return rows;
}
