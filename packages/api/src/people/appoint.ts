import { addDays } from "@kompassen/domain/shared";
import { z } from "zod";
import { type AuthorizedChild, ensureFollowed, RESPONSIBLE } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { invalid, KompassError } from "../errors/index.ts";

export const appointInput = z.object({
  kind: z.enum(["barnkontakt", "stodsamordnare", "samtalsledare"]),
  relationId: z.uuid(),
  /** Absent ends the appointment of the Stödsamordnare: the responsibility returns to the Barnkontakt. */
  personId: z.uuid().nullable(),
});

/**
 * Appoints from today, or ends the appointment of the Stödsamordnare. Another Barnkontakt is asked and accepts
 * (`askHandOver`): that responsibility does not move before.
 */
export async function appoint(
  { tx, signedIn, today }: ActorContext,
  { childId, standings }: AuthorizedChild,
  { kind, personId, relationId }: z.infer<typeof appointInput>,
): Promise<void> {
  if (kind !== "stodsamordnare" && personId === null) {
    return invalid({ field: "personId", expected: "somebody_responsible" });
  }
  if (kind === "barnkontakt") return invalid({ field: "kind", expected: "asked_and_accepted" });
  const { sql } = tx;
  const repeated = await sql`
    select 1 from child_relation where kommun_code = ${signedIn.kommunCode} and id = ${relationId}`;
  if (repeated.length > 0) return;
  await ensureFollowed(tx, childId);
  const isResponsible = standings.some((standing) => RESPONSIBLE.includes(standing));
  if (kind === "samtalsledare" && personId === signedIn.personId && isResponsible) {
    return invalid({ field: "personId", expected: "somebody_not_responsible" });
  }
  if (personId !== null) await ensureMayBe(tx, kind, personId);

  // The new one first while the caller still stands to the child; the old one ends yesterday.
  const ending = await sql<{ id: string; valid_from: string }[]>`
    select id, valid_from::text from child_relation
     where kommun_code = ${signedIn.kommunCode} and child_id = ${childId} and kind = ${kind}
       and (valid_to is null or valid_to >= ${today})`;
  const yesterday = addDays(today, -1);
  const cancelled = ending.filter(({ valid_from }) => valid_from > yesterday);
  if (cancelled.length > 0 && kind !== "samtalsledare") {
    throw new KompassError("conflict", { reason: "appointed_today" });
  }
  const insertNew = () =>
    personId === null
      ? Promise.resolve()
      : sql`
    insert into child_relation (kommun_code, id, child_id, person_id, kind, valid_from)
    values (${signedIn.kommunCode}, ${relationId}, ${childId}, ${personId}, ${kind}, ${today})`;
  if (kind === "samtalsledare") {
    await insertNew();
    return;
  }
  await sql`set constraints all deferred`;
  await insertNew();
  for (const { id } of ending) {
    await sql`
      update child_relation set valid_to = ${yesterday}, version = version + 1
       where kommun_code = ${signedIn.kommunCode} and id = ${id}`;
  }
}

async function ensureMayBe(
  tx: ActorContext["tx"],
  kind: "stodsamordnare" | "samtalsledare",
  personId: string,
): Promise<void> {
  if (kind === "samtalsledare") {
    const works = await tx.sql`
      select 1 from person where kommun_code = kompass.kommun() and id = ${personId} and disabled_at is null`;
    if (works.length === 0) return invalid({ field: "personId", expected: "somebody_who_works_here" });
    return;
  }
  const found = await tx.sql`
    select 1 from person_role r join person p on p.kommun_code = r.kommun_code and p.id = r.person_id
     where r.kommun_code = kompass.kommun() and r.person_id = ${personId} and r.role = ${kind}
       and p.disabled_at is null and r.valid_from <= kompass.today()
       and (r.valid_to is null or r.valid_to >= kompass.today())`;
  if (found.length === 0) return invalid({ field: "personId", expected: `has_role_${kind}` });
}
