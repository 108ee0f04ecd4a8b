import type { LocalDate } from "@kompassen/domain/shared";
import { auditChildren } from "../audit/index.ts";
import type { ActorContext } from "../context/index.ts";

/** A question to take over a child: enough to answer it. */
export interface IncomingHandOver {
  readonly id: string;
  readonly childId: string;
  /** Absent for a child with protected identity. */
  readonly givenName: string | null;
  readonly caseNumber: string;
  readonly unitName: string | null;
  readonly fromName: string;
  readonly fromTitle: string;
  readonly askedAt: string;
  readonly sharesHistory: boolean;
}

/** A child of one's own that is now somewhere else: to be handed over, when something needs to be shared. */
export interface MovedChild {
  readonly childId: string;
  readonly givenName: string;
  readonly caseNumber: string;
  readonly unitName: string;
  readonly since: LocalDate;
  readonly isAsked: boolean;
}

/** With whom to speak about children who have come to one's own place; none of them is named. */
export interface ToTakeOver {
  readonly personId: string;
  readonly name: string;
  readonly title: string;
  readonly unitName: string;
  readonly children: number;
  /** First day of the month in which the first of them came. */
  readonly since: LocalDate;
}

export interface HandOvers {
  readonly incoming: readonly IncomingHandOver[];
  readonly moved: readonly MovedChild[];
  readonly toTakeOver: readonly ToTakeOver[];
}

/** What waits for the caller: questions to answer, own children who have moved on, and colleagues to speak with. */
export async function listHandOvers({ tx, signedIn, today }: ActorContext): Promise<HandOvers> {
  const { sql } = tx;
  const [incoming, moved, toTakeOver] = await Promise.all([
    sql<IncomingHandOver[]>`
      select id, child_id as "childId", given_name as "givenName", case_number as "caseNumber",
             unit_name as "unitName", from_name as "fromName", from_title as "fromTitle", asked_at as "askedAt",
             shares_history as "sharesHistory"
        from kompass.my_hand_overs()`,
    sql<MovedChild[]>`
      select c.id as "childId", c.given_name as "givenName", c.case_number as "caseNumber", u.name as "unitName",
             s.valid_from::text as since,
             exists (select 1 from hand_over h where h.kommun_code = c.kommun_code and h.child_id = c.id
                        and h.state = 'pending') as "isAsked"
        from child_relation r
        join person me on me.kommun_code = r.kommun_code and me.id = r.person_id
        join child c on c.kommun_code = r.kommun_code and c.id = r.child_id and c.closed_on is null
         and c.protected_identity = 'ingen' and c.unit_id <> me.unit_id
        join unit u on u.kommun_code = c.kommun_code and u.id = c.unit_id
        join placement s on s.kommun_code = c.kommun_code and s.child_id = c.id and s.valid_to is null
       where r.kommun_code = ${signedIn.kommunCode} and r.person_id = ${signedIn.personId} and r.kind = 'barnkontakt'
         and r.valid_from <= ${today} and (r.valid_to is null or r.valid_to >= ${today})
         and exists (select 1 from person p join person_role o on o.kommun_code = p.kommun_code and o.person_id = p.id
                      where p.kommun_code = c.kommun_code and p.unit_id = c.unit_id and p.disabled_at is null
                        and o.role = 'barnkontakt' and o.valid_from <= ${today}
                        and (o.valid_to is null or o.valid_to >= ${today}))
       order by s.valid_from desc, c.given_name`,
    sql<ToTakeOver[]>`
      select person_id as "personId", name, title, unit_name as "unitName", children, since::text as since
        from kompass.to_take_over(${today})`,
  ]);
  await auditChildren(
    tx,
    [...incoming, ...moved].map(({ childId }) => childId),
    { verb: "people.listHandOvers", purpose: "overlamning", fields: ["hand_over", "child"] },
  );
  return { incoming, moved, toTakeOver };
}
