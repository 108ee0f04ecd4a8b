import { SHARED_FIELDS } from "@kompassen/domain/sharing";
import { z } from "zod";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";

export const recordPrintoutInput = z.object({
  sharingId: z.uuid(),
  fields: z.array(z.enum(SHARED_FIELDS)).min(1).max(SHARED_FIELDS.length),
});

/**
 * Something of the child has left the product on paper or as a file; to whom it goes is written by hand. A
 * samtalsledare has nothing of the compass to print: the log of the child alone says that a page was printed.
 */
export async function recordPrintout(
  { tx, signedIn, today }: ActorContext,
  { childId, standings }: AuthorizedChild,
  { sharingId, fields }: z.infer<typeof recordPrintoutInput>,
): Promise<void> {
  // A samtalsledare has the own form alone to print, and the log says so.
  if (standings.every((standing) => standing === "samtalsledare")) return;
  await tx.sql`
    insert into sharing (kommun_code, id, child_id, shared_on, way, areas, fields, from_person_id, from_unit_id,
                         to_person_ids, to_unit_ids, ground, is_lasting, recorded_by)
    select ${signedIn.kommunCode}, ${sharingId}, ${childId}, ${today}, 'printout', '{}', ${fields},
           ${signedIn.personId}, p.unit_id, '{}', '{}', 'own_work', false, ${signedIn.personId}
      from person p where p.kommun_code = kompass.kommun() and p.id = ${signedIn.personId}
       and ${childId} = any((select kompass.my_team_children())::uuid[])
    on conflict do nothing`;
}
