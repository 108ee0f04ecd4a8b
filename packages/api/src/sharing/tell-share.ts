import { z } from "zod";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { invalid, notFound } from "../errors/index.ts";
import { day } from "../procedure/index.ts";

export const tellShareInput = z.object({ toldId: z.uuid(), sharingId: z.uuid(), toldOn: day });

/** The family has been told of a share. */
export async function tellShare(
  { tx, signedIn, today }: ActorContext,
  { childId }: AuthorizedChild,
  { toldId, sharingId, toldOn }: z.infer<typeof tellShareInput>,
): Promise<void> {
  if (toldOn > today) return invalid({ field: "toldOn", expected: "not_in_the_future" });
  await addWord({ tx, signedIn }, childId, {
    id: toldId,
    sharingId,
    state: "told",
    on: toldOn,
    withheld: null,
  });
}

export const withholdShareInput = z.object({
  toldId: z.uuid(),
  sharingId: z.uuid(),
  reason: z.string().trim().min(3).max(2000),
  reviewOn: day,
});

/** The family is not told of a share, because it could put the child in danger; looked at again on a day. */
export async function withholdShare(
  { tx, signedIn, today }: ActorContext,
  { childId }: AuthorizedChild,
  { toldId, sharingId, reason, reviewOn }: z.infer<typeof withholdShareInput>,
): Promise<void> {
  if (reviewOn <= today) return invalid({ field: "reviewOn", expected: "after_today" });
  const withheld = { reason, reviewOn };
  await addWord({ tx, signedIn }, childId, { id: toldId, sharingId, state: "withheld", on: today, withheld });
}

async function addWord(
  { tx, signedIn }: Pick<ActorContext, "tx" | "signedIn">,
  childId: string,
  word: {
    readonly id: string;
    readonly sharingId: string;
    readonly state: "told" | "withheld";
    readonly on: string;
    readonly withheld: { readonly reason: string; readonly reviewOn: string } | null;
  },
): Promise<void> {
  const known = await tx.sql`
    select 1 from sharing where kommun_code = kompass.kommun() and child_id = ${childId} and id = ${word.sharingId}`;
  if (known.length === 0) return notFound();
  await tx.sql`
    insert into sharing_told (kommun_code, id, child_id, sharing_id, state, on_day, reason, review_on, recorded_by,
                              recorded_at)
    values (${signedIn.kommunCode}, ${word.id}, ${childId}, ${word.sharingId}, ${word.state}, ${word.on},
            ${word.withheld?.reason ?? null}, ${word.withheld?.reviewOn ?? null}, ${signedIn.personId},
            clock_timestamp())
    on conflict (kommun_code, id) do nothing`;
}
