import type { ConsentStep } from "@kompassen/domain/consent";
import type { LocalDate } from "@kompassen/domain/shared";
import { auditChildren } from "../audit/index.ts";
import type { ActorContext } from "../context/index.ts";

/** A guardian has taken a consent back by the own login: nobody at work was told of it by a person. */
export interface TakenBack {
  readonly id: string;
  readonly childId: string;
  readonly caseNumber: string;
  readonly step: ConsentStep;
  readonly decidedOn: LocalDate;
}

/** So long it stands on the work list of the responsible. */
const TOLD_FOR_DAYS = 14;

/** Of the children that the caller is responsible for, the latest first; what has been answered anew since is not there. */
export async function listTakenBack({ tx }: ActorContext): Promise<readonly TakenBack[]> {
  const taken = await tx.sql<TakenBack[]>`
    select s.id, s.child_id as "childId", c.case_number as "caseNumber", s.step, s.decided_on::text as "decidedOn"
      from consent s join child c on c.kommun_code = s.kommun_code and c.id = s.child_id
     where s.kommun_code = kompass.kommun() and s.child_id = any((select kompass.my_responsibility())::uuid[])
       and s.recorded_by_guardian is not null and s.recorded_at > now() - make_interval(days => ${TOLD_FOR_DAYS})
       and not exists (select 1 from consent l
                        where l.kommun_code = s.kommun_code and l.child_id = s.child_id and l.step = s.step
                          and l.guardian_id = s.guardian_id and l.recorded_at > s.recorded_at)
     order by s.recorded_at desc`;
  if (taken.length > 0) {
    await auditChildren(tx, [...new Set(taken.map(({ childId }) => childId))], {
      verb: "consent.listTakenBack",
      purpose: "samtycke",
      fields: ["child.case_number", "consent"],
    });
  }
  return taken;
}
