import { z } from "zod";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { agreeOrConflict, invalid, notFound } from "../errors/index.ts";
import { day } from "../procedure/index.ts";

const fields = { happenedOn: day, description: z.string().trim().min(1).max(2000) };

export const recordLifeEventInput = z.object({ eventId: z.uuid(), ...fields });
export const changeLifeEventInput = z.object({ eventId: z.uuid(), version: z.int(), ...fields });

type LifeEvent = Omit<z.infer<typeof recordLifeEventInput>, "eventId">;

/** Something that happened and belongs in the picture. Recording the same id again changes nothing. */
export async function recordLifeEvent(
  { tx, signedIn, today }: ActorContext,
  { childId }: AuthorizedChild,
  { eventId, happenedOn, description }: z.infer<typeof recordLifeEventInput>,
): Promise<void> {
  ensureHasHappened(happenedOn, today);
  await tx.sql`
    insert into life_event (kommun_code, id, child_id, happened_on, description)
    values (${signedIn.kommunCode}, ${eventId}, ${childId}, ${happenedOn}, ${description})
    on conflict (kommun_code, id) do nothing`;
}

/** Corrects an event. What somebody else saved meanwhile is shown, not overwritten. */
export async function changeLifeEvent(
  { tx, signedIn, today }: ActorContext,
  { childId }: AuthorizedChild,
  { eventId, version, happenedOn, description }: z.infer<typeof changeLifeEventInput>,
): Promise<void> {
  ensureHasHappened(happenedOn, today);
  const { sql } = tx;
  const saved = await sql`
    update life_event set happened_on = ${happenedOn}, description = ${description}, version = version + 1
     where kommun_code = ${signedIn.kommunCode} and child_id = ${childId} and id = ${eventId} and version = ${version}`;
  if (saved.count === 1) return;
  const [current] = await sql<(LifeEvent & { version: number })[]>`
    select happened_on::text as "happenedOn", description, version
      from life_event where kommun_code = ${signedIn.kommunCode} and child_id = ${childId} and id = ${eventId}`;
  if (current === undefined) return notFound();
  const { version: currentVersion, ...stored } = current;
  agreeOrConflict(currentVersion, stored, { happenedOn, description });
}

function ensureHasHappened(happenedOn: string, today: string): void {
  if (happenedOn > today) invalid({ field: "happenedOn", expected: "not_in_the_future" });
}
