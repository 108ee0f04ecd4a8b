import { z } from "zod";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { invalid } from "../errors/index.ts";
import { day } from "../procedure/index.ts";

export const recordLifeEventInput = z.object({
  eventId: z.uuid(),
  happenedOn: day,
  description: z.string().trim().min(1).max(2000),
});

/** Something that happened and belongs in the picture. Recording the same id again changes nothing. */
export async function recordLifeEvent(
  { tx, signedIn, today }: ActorContext,
  { childId }: AuthorizedChild,
  { eventId, happenedOn, description }: z.infer<typeof recordLifeEventInput>,
): Promise<void> {
  if (happenedOn > today) return invalid({ field: "happenedOn", expected: "not_in_the_future" });
  await tx.sql`
    insert into life_event (kommun_code, id, child_id, happened_on, description)
    values (${signedIn.kommunCode}, ${eventId}, ${childId}, ${happenedOn}, ${description})
    on conflict (kommun_code, id) do nothing`;
}
