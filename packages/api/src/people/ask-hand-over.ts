import { z } from "zod";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { conflict, invalid, KompassError, notFound } from "../errors/index.ts";
import { day } from "../procedure/index.ts";

export const askHandOverInput = z.object({
  handOverId: z.uuid(),
  toPersonId: z.uuid(),
  /** What is recorded goes with the child, or stays closed: only what needs to be shared is shared (guide, Barnkontakt). */
  sharing: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("nothing") }),
    z.object({
      kind: z.literal("history"),
      /** What the next one needs to know, and why. */
      what: z.string().trim().min(1).max(2000),
      familySaidYesOn: day,
    }),
  ]),
});

/**
 * Asks somebody to take over as Barnkontakt. Only the Barnkontakt of now hands over; while there is none, whoever
 * is responsible asks for one. Asking again with the same id changes nothing.
 */
export async function askHandOver(
  { tx, signedIn, today }: ActorContext,
  { childId }: AuthorizedChild,
  { handOverId, toPersonId, sharing }: z.infer<typeof askHandOverInput>,
): Promise<void> {
  if (sharing.kind === "history" && sharing.familySaidYesOn > today) {
    return invalid({ field: "sharing.familySaidYesOn", expected: "not_in_the_future" });
  }
  const { sql } = tx;
  const repeated = await sql`
    select 1 from hand_over where kommun_code = ${signedIn.kommunCode} and id = ${handOverId}`;
  if (repeated.length > 0) return;
  const [now] = await sql<{ personId: string }[]>`
    select person_id as "personId" from child_relation
     where kommun_code = ${signedIn.kommunCode} and child_id = ${childId} and kind = 'barnkontakt'
       and valid_from <= ${today} and (valid_to is null or valid_to >= ${today})`;
  if (now !== undefined && now.personId !== signedIn.personId) return notFound();
  await ensureMayBeBarnkontakt(tx, toPersonId, signedIn.personId);
  const [pending] = await sql<{ version: number }[]>`
    select version from hand_over
     where kommun_code = ${signedIn.kommunCode} and child_id = ${childId} and state = 'pending'`;
  if (pending !== undefined) throw new KompassError("conflict", { reason: "asked_already" });
  await sql`
    insert into hand_over (kommun_code, id, child_id, from_person_id, to_person_id, asked_by, shares_history, shared_text,
                           family_said_yes_on)
    values (${signedIn.kommunCode}, ${handOverId}, ${childId}, ${now?.personId ?? null}, ${toPersonId},
            ${signedIn.personId}, ${sharing.kind === "history"},
            ${sharing.kind === "history" ? sharing.what : null},
            ${sharing.kind === "history" ? sharing.familySaidYesOn : null})`;
}

async function ensureMayBeBarnkontakt(tx: ActorContext["tx"], personId: string, self: string): Promise<void> {
  if (personId === self) return invalid({ field: "toPersonId", expected: "somebody_else" });
  const found = await tx.sql`
    select 1 from person_role r join person p on p.kommun_code = r.kommun_code and p.id = r.person_id
     where r.kommun_code = kompass.kommun() and r.person_id = ${personId} and r.role = 'barnkontakt'
       and p.disabled_at is null and r.valid_from <= kompass.today()
       and (r.valid_to is null or r.valid_to >= kompass.today())`;
  if (found.length === 0) return invalid({ field: "toPersonId", expected: "has_role_barnkontakt" });
}

export const withdrawHandOverInput = z.object({ handOverId: z.uuid(), version: z.int() });

/** Takes the question back while it has not been answered. */
export async function withdrawHandOver(
  { tx, signedIn }: ActorContext,
  { childId }: AuthorizedChild,
  { handOverId, version }: z.infer<typeof withdrawHandOverInput>,
): Promise<void> {
  const { sql } = tx;
  const here = sql`kommun_code = ${signedIn.kommunCode} and child_id = ${childId} and id = ${handOverId}`;
  const saved = await sql`
    update hand_over set state = 'withdrawn', answered_at = now(), version = version + 1
     where ${here} and version = ${version} and state = 'pending'`;
  if (saved.count === 1) return;
  const [current] = await sql<
    { version: number; state: string }[]
  >`select version, state from hand_over where ${here}`;
  if (current === undefined) return notFound();
  if (current.state !== "withdrawn") conflict(current.version, { state: current.state });
}
