import { REVIEW_DECISIONS } from "@kompassen/domain/audit";
import { z } from "zod";
import type { ActorContext } from "../context/index.ts";
import { conflict, invalid } from "../errors/index.ts";
import { auditReview, getItem } from "./list-items.ts";

const LONGEST_NOTE = 2000;

export const decideItemInput = z.object({
  itemId: z.uuid(),
  version: z.int(),
  decision: z.enum(REVIEW_DECISIONS),
  note: z.string().max(LONGEST_NOTE),
});

/**
 * Signs a review with the caller's name and the time. What needs more than "in order" is said in words.
 * @throws KompassError `closed` for looks of one's own, `conflict` when it has been decided, `invalid` without words
 */
export async function decideItem(
  ctx: ActorContext,
  input: z.infer<typeof decideItemInput>,
): Promise<{ version: number }> {
  const { itemId, version, decision, note } = input;
  if (decision !== "in_order" && note.trim() === "") return invalid({ field: "note", expected: "required" });
  const [row] = await ctx.tx.sql<{ version: number | null }[]>`
    select kompass.decide_log_review(${itemId}, ${version}, ${decision}, ${note}) as version`;
  const decided = row?.version ?? null;
  if (decided === null) {
    const { item } = await getItem(ctx, { itemId });
    return conflict(item.version, {
      decision: item.decision,
      note: item.note,
      decidedByName: item.decidedByName,
    });
  }
  await auditReview(ctx.tx, "logReview.decideItem");
  return { version: decided };
}
