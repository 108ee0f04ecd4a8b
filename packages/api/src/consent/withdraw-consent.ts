import { z } from "zod";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { invalid } from "../errors/index.ts";
import { day } from "../procedure/index.ts";
import { type Closure, closeNow } from "./closure.ts";
import { step, way } from "./consent-input.ts";

export const withdrawConsentInput = z.object({
  /** Absent = the child takes back its own. */
  guardianId: z.uuid().nullable(),
  /** The steps that are taken back, each with the id of its new record. */
  steps: z
    .array(z.object({ step, consentId: z.uuid() }))
    .min(1)
    .max(3),
  decidedOn: day,
  way,
});

/**
 * A party takes back what it has said yes to: one step for the family. What hung on it closes in the same
 * transaction. A step without a yes is left as it is.
 * @returns what closed
 */
export async function withdrawConsent(
  { tx, signedIn, today }: ActorContext,
  { childId }: AuthorizedChild,
  { guardianId, steps, decidedOn, way: told }: z.infer<typeof withdrawConsentInput>,
): Promise<{ closed: Closure[] }> {
  if (decidedOn > today) return invalid({ field: "decidedOn", expected: "not_in_the_future" });
  for (const { step: one, consentId } of steps) {
    await tx.sql`
      insert into consent (kommun_code, id, child_id, guardian_id, step, state, decided_on, way, recorded_by, recorded_at)
      select ${signedIn.kommunCode}, ${consentId}, ${childId}, ${guardianId}, ${one}, 'withdrawn',
             greatest(${decidedOn}::date, latest.decided_on), ${told}, ${signedIn.personId}, clock_timestamp()
        from (select c.state, c.decided_on from consent c
               where c.kommun_code = kompass.kommun() and c.child_id = ${childId} and c.step = ${one}
                 and c.guardian_id is not distinct from ${guardianId}::uuid
                 and not exists (select 1 from consent x where x.kommun_code = c.kommun_code and x.corrects = c.id)
               order by c.decided_on desc, c.recorded_at desc, c.id desc limit 1) latest
       where latest.state = 'given'
      on conflict (kommun_code, id) do nothing`;
  }
  const ids = steps.map(({ consentId }) => consentId);
  return { closed: await closeNow(tx, childId, ids) };
}
