import { z } from "zod";
import { auditChild } from "../audit/index.ts";
import type { ActorContext } from "../context/index.ts";
import { invalid, KompassError } from "../errors/index.ts";
import { day } from "../procedure/index.ts";

export const holdCaseInput = z.object({
  holdId: z.uuid(),
  caseNumber: z.string().trim().toUpperCase().min(1).max(20),
  reason: z.string().trim().min(1).max(1000),
  reviewOn: day,
});

/**
 * Nothing of the case is purged until somebody lifts it.
 * @throws KompassError `invalid` when there is no such case, or the day of review has passed
 */
export async function holdCase(
  { tx, today }: ActorContext,
  { holdId, caseNumber, reason, reviewOn }: z.infer<typeof holdCaseInput>,
): Promise<void> {
  if (reviewOn < today) return invalid({ field: "reviewOn", expected: "not_past" });
  const [row] = await tx.sql<{ child: string | null }[]>`
    select kompass.hold_case(${holdId}, ${caseNumber}, ${reason}, ${reviewOn}) as child`;
  if (row?.child == null) return invalid({ field: "caseNumber", expected: "known_case" });
  await auditChild(tx, row.child, {
    verb: "retention.holdCase",
    purpose: "gallring",
    fields: ["legal_hold"],
  });
}

export const liftHoldInput = z.object({ holdId: z.uuid(), reason: z.string().trim().min(1).max(1000) });

/** @throws KompassError `closed` with reason `hold_lifted` when somebody else has */
export async function liftHold(
  { tx }: ActorContext,
  { holdId, reason }: z.infer<typeof liftHoldInput>,
): Promise<void> {
  const [row] = await tx.sql<
    { child: string | null }[]
  >`select kompass.lift_hold(${holdId}, ${reason}) as child`;
  if (row?.child == null) throw new KompassError("closed", { reason: "hold_lifted" });
  await auditChild(tx, row.child, {
    verb: "retention.liftHold",
    purpose: "gallring",
    fields: ["legal_hold"],
  });
}
