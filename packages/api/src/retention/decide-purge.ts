import { z } from "zod";
import type { ActorContext } from "../context/index.ts";
import { requireStepUp } from "../session/index.ts";

/** What is purged does not come back. */
const FRESH_WITHIN_MINUTES = 15;

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

/**
 * @throws KompassError `closed` with reason `same_person`, `purge_not_open` or `purge_empty`; `step_up_needed` for
 *   an approval
 */
export async function decidePurge(
  context: ActorContext,
  { runId, decision }: z.infer<typeof decidePurgeInput>,
): Promise<void> {
  if (decision === "approve") requireStepUp(context, FRESH_WITHIN_MINUTES);
  await context.tx.sql`select kompass.decide_purge(${runId}, ${decision === "approve"})`;
}
