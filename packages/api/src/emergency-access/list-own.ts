import type { ActorTransaction } from "@kompassen/db";

/** An access of one's own that still runs. */
export interface RunningEmergency {
  readonly id: string;
  readonly childId: string;
  readonly caseNumber: string;
  readonly closesAt: string;
}

export async function listOwn({ sql }: ActorTransaction): Promise<readonly RunningEmergency[]> {
  return await sql<RunningEmergency[]>`
    select id, child_id as "childId", case_number as "caseNumber", closes_at as "closesAt"
      from kompass.my_running_emergencies()`;
}
