import { z } from "zod";
import type { ActorContext } from "../context/index.ts";
import { notFound } from "../errors/index.ts";
import { requireStepUp } from "../session/index.ts";

/** Why a child that one does not follow has to be opened now. */
export const EMERGENCY_REASONS = [
  "akut_fara",
  "akut_vard",
  "barn_pa_plats",
  "ansvarig_gar_inte_att_na",
] as const;

export type EmergencyReason = (typeof EMERGENCY_REASONS)[number];

export const openEmergencyInput = z.object({
  /** Made by the caller, so that a repeated call opens once. */
  accessId: z.uuid(),
  caseNumber: z.string().trim().toUpperCase().min(1).max(40),
  reason: z.enum(EMERGENCY_REASONS),
  reasonText: z.string().trim().min(10).max(2000),
});

/** How lately one must have proved anew who one is. */
const FRESH_WITHIN_MINUTES = 10;

/**
 * Opens one child, known by its case number, to the caller for an hour, to be read. The responsible sees it at once.
 * @returns no child when none can be opened, without saying why; the attempt is in the log all the same
 * @throws KompassError `step_up_needed`; `too_many_requests` after ten attempts in a day
 */
export async function openEmergency(
  ctx: ActorContext,
  { accessId, caseNumber, reason, reasonText }: z.infer<typeof openEmergencyInput>,
): Promise<{ childId: string | null }> {
  const mayOpen = ctx.signedIn.roles.some((role) => role === "barnkontakt" || role === "stodsamordnare");
  if (!mayOpen) return notFound();
  requireStepUp(ctx, FRESH_WITHIN_MINUTES);
  const [row] = await ctx.tx.sql<{ childId: string | null }[]>`
    select kompass.open_emergency(${accessId}, ${caseNumber}, ${reason}, ${reasonText}) as "childId"`;
  return { childId: row?.childId ?? null };
}

export const ofAccess = z.object({ accessId: z.uuid() });

/** Closes the own access before its hour is over. */
export async function endEmergency(
  { tx }: ActorContext,
  { accessId }: z.infer<typeof ofAccess>,
): Promise<void> {
  await tx.sql`select kompass.end_emergency(${accessId})`;
}
