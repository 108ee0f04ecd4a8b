import { caseNumberOf, PROTECTED_IDENTITIES } from "@kompassen/domain/people";
import { z } from "zod";
import { auditChild } from "../audit/index.ts";
import type { ActorContext } from "../context/index.ts";
import { invalid, KompassError } from "../errors/index.ts";
import { day } from "../procedure/index.ts";

const name = z.string().trim().min(1).max(200);

export const registerChildInput = z.object({
  /** Made by the caller (UUID version 7), so that a repeated call makes one child. */
  childId: z.uuid(),
  givenName: name,
  familyName: name,
  birthDate: day.nullable(),
  unitId: z.uuid(),
  protectedIdentity: z.enum(PROTECTED_IDENTITIES),
  guardians: z
    .array(z.object({ guardianId: z.uuid(), name, relation: z.string().trim().min(1).max(100) }))
    .max(6),
  /** Whoever registers a child follows it: as Barnkontakt or as Stödsamordnare. */
  responsibleAs: z.enum(["barnkontakt", "stodsamordnare"]),
  relationId: z.uuid(),
  nextFollowUpOn: day.nullable(),
  /** The pupil of the school register that the child was looked up as. */
  pupilSourceId: z.string().min(1).max(200).nullable().default(null),
});

/** Registers a child that the caller will follow. Registering the same child id again changes nothing. */
export async function registerChild(
  { tx, signedIn, today }: ActorContext,
  input: z.infer<typeof registerChildInput>,
): Promise<{ childId: string; caseNumber: string }> {
  const mayFollow = signedIn.roles.some((role) => role === input.responsibleAs);
  if (!mayFollow) throw new KompassError("not_found");
  if (input.birthDate !== null && input.birthDate > today) {
    return invalid({ field: "birthDate", expected: "not_in_the_future" });
  }
  const { sql } = tx;
  const kommunCode = signedIn.kommunCode;
  const caseNumber = caseNumberOf(input.childId);
  const [, known] = await Promise.all([
    // The same form sent twice at once: the second waits, and then finds the child.
    sql`select pg_advisory_xact_lock(hashtextextended(${input.childId}, 0))`.execute(),
    sql`select 1 from child where kommun_code = ${kommunCode} and id = ${input.childId}`,
  ]);
  if (known.length > 0) return { childId: input.childId, caseNumber };

  await sql`
    insert into child (kommun_code, id, case_number, given_name, family_name, birth_date, protected_identity,
                       unit_id, registered_on, next_follow_up_on)
    values (${kommunCode}, ${input.childId}, ${caseNumber}, ${input.givenName}, ${input.familyName},
            ${input.birthDate}, ${input.protectedIdentity}, ${input.unitId}, ${today}, ${input.nextFollowUpOn})`;
  await sql`
    insert into child_relation (kommun_code, id, child_id, person_id, kind, valid_from)
    values (${kommunCode}, ${input.relationId}, ${input.childId}, ${signedIn.personId}, ${input.responsibleAs}, ${today})`;
  await sql`
    insert into placement (kommun_code, id, child_id, unit_id, valid_from)
    values (${kommunCode}, gen_random_uuid(), ${input.childId}, ${input.unitId}, ${today})`;
  for (const [index, guardian] of input.guardians.entries()) {
    await sql`
      insert into guardian (kommun_code, id, child_id, ordinal, name, relation)
      values (${kommunCode}, ${guardian.guardianId}, ${input.childId}, ${index + 1}, ${guardian.name}, ${guardian.relation})`;
  }
  if (input.pupilSourceId !== null) {
    await sql`select kompass.link_pupil(${input.childId}, ${input.pupilSourceId}, ${today})`;
  }
  await auditChild(tx, input.childId, {
    verb: "people.registerChild",
    purpose: "registrering",
    fields: ["child", "child_relation", "placement", "guardian"],
  });
  return { childId: input.childId, caseNumber };
}
