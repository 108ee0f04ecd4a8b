import type { ActorTransaction } from "@kompassen/db";
import { auditChildren } from "../audit/index.ts";

/** An access of one's own that still runs. */
export interface RunningEmergency {
  readonly id: string;
  readonly childId: string;
  readonly caseNumber: string;
  readonly closesAt: string;
}

/** Empty as a rule; what it tells of a child is logged like every list. */
export async function listOwn(tx: ActorTransaction): Promise<readonly RunningEmergency[]> {
  const running = await readRunning(tx);
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

/** For a call that is logged itself. */
export async function readRunning({ sql }: ActorTransaction): Promise<readonly RunningEmergency[]> {
  return await sql<RunningEmergency[]>`
    select id, child_id as "childId", case_number as "caseNumber", closes_at as "closesAt"
      from kompass.my_running_emergencies()`;
}
