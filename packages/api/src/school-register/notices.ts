import type { RegisterNoticeKind } from "@kompassen/domain/school-register";
import type { LocalDate } from "@kompassen/domain/shared";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";

export interface RegisterNotice {
  readonly id: string;
  readonly kind: RegisterNoticeKind;
  /** Absent for a child with protected identity, and where nothing moved. */
  readonly fromUnit: string | null;
  readonly toUnit: string | null;
  readonly occurredOn: LocalDate;
}

/** What the register has changed about the child and whoever is responsible has not yet put aside. */
export async function listNotices(
  { tx, signedIn }: ActorContext,
  { childId }: AuthorizedChild,
): Promise<readonly RegisterNotice[]> {
  return await tx.sql<RegisterNotice[]>`
    select n.id, n.kind, case when c.protected_identity = 'ingen' then f.name end as "fromUnit",
           case when c.protected_identity = 'ingen' then t.name end as "toUnit", n.occurred_on::text as "occurredOn"
      from register_notice n
      join child c on c.kommun_code = n.kommun_code and c.id = n.child_id
      left join unit f on f.kommun_code = n.kommun_code and f.id = n.from_unit_id
      left join unit t on t.kommun_code = n.kommun_code and t.id = n.to_unit_id
     where n.kommun_code = ${signedIn.kommunCode} and n.child_id = ${childId} and n.seen_at is null
     order by n.occurred_on, n.id`;
}

/** Put aside by whoever is responsible. */
export async function seeNotices(
  { tx, signedIn }: ActorContext,
  { childId }: AuthorizedChild,
): Promise<void> {
  await tx.sql`
    update register_notice set seen_at = now(), seen_by = ${signedIn.personId}
     where kommun_code = ${signedIn.kommunCode} and child_id = ${childId} and seen_at is null`;
}
