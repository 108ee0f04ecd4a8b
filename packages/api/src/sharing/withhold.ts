import { WITHHELD_THINGS, type WithheldThing } from "@kompassen/domain/sharing";
import { z } from "zod";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { invalid, notFound } from "../errors/index.ts";
import { day } from "../procedure/index.ts";

export const withholdInput = z.object({
  withheldId: z.uuid(),
  guardianId: z.uuid(),
  thing: z.enum(WITHHELD_THINGS),
  /** The child, a round, a support, an event, a share, or the person whose looks are not shown. */
  thingId: z.uuid(),
  reason: z.string().trim().min(3).max(2000),
  reviewOn: day,
});

type Input = z.infer<typeof withholdInput>;

/** One guardian is not shown one thing, or the child altogether, until somebody has looked at it again. */
export async function withhold(ctx: ActorContext, { childId }: AuthorizedChild, input: Input): Promise<void> {
  const { tx, signedIn, today } = ctx;
  if (input.reviewOn <= today) return invalid({ field: "reviewOn", expected: "after_today" });
  await ensureOfChild(ctx, childId, input);
  await tx.sql`
    insert into withheld (kommun_code, id, child_id, guardian_id, thing, thing_id, reason, review_on, set_by)
    values (${signedIn.kommunCode}, ${input.withheldId}, ${childId}, ${input.guardianId}, ${input.thing},
            ${input.thingId}, ${input.reason}, ${input.reviewOn}, ${signedIn.personId})
    on conflict (kommun_code, id) do nothing`;
}

const TABLES: Partial<Record<WithheldThing, string>> = {
  rating: "compass",
  conversation: "compass",
  support: "support",
  event: "life_event",
  share: "sharing",
  look: "person",
};

/** What does not exist for this child cannot be withheld. */
async function ensureOfChild(
  { tx }: ActorContext,
  childId: string,
  { guardianId, thing, thingId }: Input,
): Promise<void> {
  const { sql } = tx;
  const guardians = await sql`
    select 1 from guardian where kommun_code = kompass.kommun() and child_id = ${childId} and id = ${guardianId}`;
  if (guardians.length === 0) return notFound();
  const table = TABLES[thing];
  if (table === undefined) {
    if (thingId !== childId) return notFound();
    return;
  }
  const ofChild = thing === "look" ? sql`true` : sql`child_id = ${childId}`;
  const found = await sql`
    select 1 from ${sql(table)} where kommun_code = kompass.kommun() and id = ${thingId} and ${ofChild}`;
  if (found.length === 0) return notFound();
}

export const reviewWithheldInput = z.object({
  withheldId: z.uuid(),
  /** Null shows it to the guardian from now on; else it is kept back, anew and with its own reason. */
  again: z
    .object({ withheldId: z.uuid(), reason: z.string().trim().min(3).max(2000), reviewOn: day })
    .nullable(),
});

/** Looked at again: shown from now on, or kept back until another day. What was decided before stays readable. */
export async function reviewWithheld(
  { tx, signedIn, today }: ActorContext,
  { childId }: AuthorizedChild,
  { withheldId, again }: z.infer<typeof reviewWithheldInput>,
): Promise<void> {
  if (again !== null && again.reviewOn <= today) {
    return invalid({ field: "reviewOn", expected: "after_today" });
  }
  const lifted = await tx.sql<{ guardian_id: string; thing: string; thing_id: string }[]>`
    update withheld set lifted_on = ${today}, lifted_by = ${signedIn.personId}
     where kommun_code = kompass.kommun() and child_id = ${childId} and id = ${withheldId} and lifted_on is null
    returning guardian_id, thing, thing_id`;
  const [row] = lifted;
  if (row === undefined || again === null) return;
  await tx.sql`
    insert into withheld (kommun_code, id, child_id, guardian_id, thing, thing_id, reason, review_on, set_by)
    values (${signedIn.kommunCode}, ${again.withheldId}, ${childId}, ${row.guardian_id}, ${row.thing},
            ${row.thing_id}, ${again.reason}, ${again.reviewOn}, ${signedIn.personId})
    on conflict (kommun_code, id) do nothing`;
}
