import { auditChildren } from "../audit/index.ts";
import type { ActorContext } from "../context/index.ts";
import type { EmergencyReason } from "./open-emergency.ts";

/** Somebody has opened a child that the caller is responsible for. */
export interface AnnouncedEmergency {
  readonly id: string;
  readonly childId: string;
  readonly caseNumber: string;
  readonly openedBy: string;
  readonly openedByTitle: string;
  readonly reason: EmergencyReason;
  readonly reasonText: string;
  readonly openedAt: string;
  readonly closesAt: string;
  readonly isRunning: boolean;
  readonly isReviewed: boolean;
}

/** So long it stands on the work list of the responsible; longer while it is not reviewed. */
const ANNOUNCED_FOR_DAYS = 14;

/** Emergency access to the children that the caller is responsible for, the latest first. Of one child the call is logged. */
export async function listAnnounced(
  { tx }: ActorContext,
  childId: string | null = null,
): Promise<readonly AnnouncedEmergency[]> {
  const announced = await tx.sql<AnnouncedEmergency[]>`
    select e.id, e.child_id as "childId", c.case_number as "caseNumber",
           p.given_name || ' ' || p.family_name as "openedBy", p.title as "openedByTitle", e.reason,
           e.reason_text as "reasonText", e.opened_at as "openedAt",
           least(e.closes_at, e.ended_at) as "closesAt",
           e.closes_at > now() and e.ended_at is null as "isRunning", e.reviewed_at is not null as "isReviewed"
      from emergency_access e
      join child c on c.kommun_code = e.kommun_code and c.id = e.child_id
      join person p on p.kommun_code = e.kommun_code and p.id = e.person_id
     where e.kommun_code = kompass.kommun() and e.child_id = any((select kompass.my_responsibility())::uuid[])
       and (e.child_id = ${childId}::uuid
            or (${childId}::uuid is null
                and (e.reviewed_at is null or e.opened_at > now() - make_interval(days => ${ANNOUNCED_FOR_DAYS}))))
     order by e.opened_at desc`;
  if (childId === null && announced.length > 0) {
    const childIds = [...new Set(announced.map((one) => one.childId))];
    await auditChildren(tx, childIds, {
      verb: "emergencyAccess.listAnnounced",
      purpose: "nodoppning",
      fields: ["child.case_number", "emergency_access"],
    });
  }
  return announced;
}
