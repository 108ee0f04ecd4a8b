import { AUTHORITIES } from "@kompassen/domain/retention";
import { z } from "zod";
import type { ActorContext } from "../context/index.ts";
import { day } from "../procedure/index.ts";
import { requireStepUp } from "../session/index.ts";

const FRESH_WITHIN_MINUTES = 15;

export const setRuleInput = z.object({
  authority: z.enum(AUTHORITIES),
  keepMonths: z.int().min(1).max(120),
  validFrom: day,
  /** The decision or plan that the rule stands on. */
  legalGround: z.string().trim().min(1).max(400),
});

/**
 * How long an authority keeps data from a day on, today at the earliest.
 * @throws KompassError `closed` with reason `retention_backwards`; `step_up_needed`
 */
export async function setRule(
  context: ActorContext,
  { authority, keepMonths, validFrom, legalGround }: z.infer<typeof setRuleInput>,
): Promise<void> {
  requireStepUp(context, FRESH_WITHIN_MINUTES);
  await context.tx
    .sql`select kompass.set_retention(${authority}, ${validFrom}, ${keepMonths}, ${legalGround})`;
}
