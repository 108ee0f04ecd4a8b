import { z } from "zod";
import type { ActorContext } from "../context/index.ts";
import { notFound } from "../errors/index.ts";

export const answerHandOverInput = z.object({
  handOverId: z.uuid(),
  isTaken: z.boolean(),
  /** Why not, for the one who asked. */
  text: z.string().trim().max(500).nullable(),
});

/** By the one who was asked. Taken, the child is followed by the caller from today; the log row is in the child's chain. */
export async function answerHandOver(
  { tx, today }: ActorContext,
  { handOverId, isTaken, text }: z.infer<typeof answerHandOverInput>,
): Promise<void> {
  const [answered] = await tx.sql<{ done: boolean }[]>`
    select kompass.answer_hand_over(${handOverId}, ${isTaken}, ${text}, ${today}) as done`;
  if (answered?.done !== true) return notFound();
}
