import { z } from "zod";
import type { ActorContext } from "../context/index.ts";

/** The dry run: which cases would go today. Repeated with the same id it is the same one. */
export const proposePurgeInput = z.object({ runId: z.uuid() });

/** @throws KompassError `closed` with reason `purge_open` while another is undecided */
export async function proposePurge(
  { tx }: ActorContext,
  { runId }: z.infer<typeof proposePurgeInput>,
): Promise<void> {
  await tx.sql`select kompass.propose_purge(${runId})`;
}

export const decidePurgeInput = z.object({ runId: z.uuid(), decision: z.enum(["approve", "withdraw"]) });

/** @throws KompassError `closed` with reason `same_person`, `purge_not_open` or `purge_empty` */
export async function decidePurge(
  { tx }: ActorContext,
  { runId, decision }: z.infer<typeof decidePurgeInput>,
): Promise<void> {
  await tx.sql`select kompass.decide_purge(${runId}, ${decision === "approve"})`;
}
