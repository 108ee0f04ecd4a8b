import { CONSENT_STEPS } from "@kompassen/domain/consent";
import { z } from "zod";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { invalid } from "../errors/index.ts";
import { day } from "../procedure/index.ts";

export const recordConsentInput = z.object({
  consentId: z.uuid(),
  step: z.enum(CONSENT_STEPS),
  /** Absent = the child's own consent, by age and maturity. */
  guardianId: z.uuid().nullable(),
  state: z.enum(["given", "declined", "withdrawn"]),
  decidedOn: day,
  validTo: day.nullable(),
  paperLocation: z.string().trim().max(400).nullable(),
});

/** Records a party's answer. Nothing is overwritten: the latest answer of each party counts. */
export async function recordConsent(
  { tx, signedIn, today }: ActorContext,
  { childId }: AuthorizedChild,
  input: z.infer<typeof recordConsentInput>,
): Promise<void> {
  if (input.decidedOn > today) return invalid({ field: "decidedOn", expected: "not_in_the_future" });
  const isWritten = input.step !== "muntligt" && input.state === "given";
  if (isWritten && (input.paperLocation ?? "") === "") {
    return invalid({ field: "paperLocation", expected: "where_the_paper_lies" });
  }
  await tx.sql`
    insert into consent (kommun_code, id, child_id, guardian_id, step, state, decided_on, valid_to, paper_location, recorded_by)
    values (${signedIn.kommunCode}, ${input.consentId}, ${childId}, ${input.guardianId}, ${input.step}, ${input.state},
            ${input.decidedOn}, ${input.validTo}, ${input.paperLocation}, ${signedIn.personId})
    on conflict (kommun_code, id) do nothing`;
}
