import { auditChildren } from "../audit/index.ts";
import type { ActorContext } from "../context/index.ts";

/** An access of one's own that still runs. */
export interface RunningEmergency {
  readonly id: string;
  readonly childId: string;
  readonly caseNumber: string;
  readonly closesAt: string;
}

export async function listOwn({ tx, signedIn }: ActorContext): Promise<readonly RunningEmergency[]> {
  const running = await tx.sql<RunningEmergency[]>`
    select e.id, e.child_id as "childId", c.case_number as "caseNumber", e.closes_at as "closesAt"
      from emergency_access e join child c on c.kommun_code = e.kommun_code and c.id = e.child_id
     where e.kommun_code = kompass.kommun() and e.person_id = ${signedIn.personId}
       and e.closes_at > now() and e.ended_at is null
     order by e.closes_at desc`;
  if (running.length > 0) {
    const childIds = running.map(({ childId }) => childId);
    await auditChildren(tx, childIds, {
      verb: "emergencyAccess.listOwn",
      purpose: "nodoppning",
      fields: ["child.case_number"],
    });
  }
  return running;
}
