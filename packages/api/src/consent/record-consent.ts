import { CONSENT_STATES, consentText, mayCorrect } from "@kompassen/domain/consent";
import { z } from "zod";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { invalid, notFound } from "../errors/index.ts";
import { day } from "../procedure/index.ts";
import { type Closure, closeNow } from "./closure.ts";
import { scope, step, way } from "./consent-input.ts";

export const recordConsentInput = z.object({
  consentId: z.uuid(),
  step,
  /** Absent = the child's own consent, by age and maturity. */
  guardianId: z.uuid().nullable(),
  state: z.enum(CONSENT_STATES),
  decidedOn: day,
  validTo: day.nullable(),
  paperLocation: z.string().trim().max(400).nullable(),
  way: way.default("in_person"),
  /** Empty = the whole team of the step, with all its areas. */
  scope: scope.default([]),
  /** A record that was wrong, and why: it stays, and no longer counts. */
  corrects: z
    .object({ consentId: z.uuid(), reason: z.string().trim().min(3).max(2000) })
    .nullable()
    .default(null),
});

type Input = z.infer<typeof recordConsentInput>;

/**
 * Records a party's answer. Nothing is overwritten: the latest answer of each party counts, and a record that was
 * wrong is corrected by a new one. What the answer no longer carries closes in the same transaction.
 * @returns what closed
 */
export async function recordConsent(
  ctx: ActorContext,
  { childId }: AuthorizedChild,
  input: Input,
): Promise<{ closed: Closure[] }> {
  const { tx, signedIn, today } = ctx;
  ensureSound(input, today);
  const { sql } = tx;
  if (input.corrects !== null) await ensureCorrectable(ctx, childId, input, input.corrects.consentId);
  const isWrittenYes = input.step !== "muntligt" && input.state === "given";
  const added = await sql`
    insert into consent (kommun_code, id, child_id, guardian_id, step, state, decided_on, valid_to, paper_location,
                         way, form_version, corrects, correction_reason, recorded_by, recorded_at)
    values (${signedIn.kommunCode}, ${input.consentId}, ${childId}, ${input.guardianId}, ${input.step}, ${input.state},
            ${input.decidedOn}, ${input.validTo}, ${input.paperLocation}, ${input.way},
            ${isWrittenYes ? consentText(input.step).version : null}, ${input.corrects?.consentId ?? null},
            ${input.corrects?.reason ?? null}, ${signedIn.personId}, clock_timestamp())
    on conflict (kommun_code, id) do nothing`;
  if (added.count > 0) {
    for (const { fromUnitId, toUnitId, areas } of isWrittenYes ? input.scope : []) {
      await sql`
        insert into consent_scope (kommun_code, consent_id, child_id, from_unit_id, to_unit_id, areas)
        values (${signedIn.kommunCode}, ${input.consentId}, ${childId}, ${fromUnitId}, ${toUnitId}, ${areas})
        on conflict do nothing`;
    }
  }
  return { closed: await closeNow(tx, childId, [input.consentId]) };
}

function ensureSound(input: Input, today: string): void {
  if (input.decidedOn > today) invalid({ field: "decidedOn", expected: "not_in_the_future" });
  if (input.validTo !== null && input.validTo < input.decidedOn) {
    invalid({ field: "validTo", expected: "not_before_the_answer" });
  }
  const isWrittenYes = input.step !== "muntligt" && input.state === "given";
  if (isWrittenYes && (input.paperLocation ?? "") === "") {
    invalid({ field: "paperLocation", expected: "where_the_paper_lies" });
  }
}

/** Only a record of the same party and step, not the guardian's own doing, and not corrected already. */
async function ensureCorrectable(
  { tx }: ActorContext,
  childId: string,
  right: Input,
  consentId: string,
): Promise<void> {
  const [wrong] = await tx.sql<
    (Parameters<typeof mayCorrect>[0] & { readonly correctedBy: string | null })[]
  >`
    select c.step, c.guardian_id as "guardianId", c.recorded_by_guardian is not null as "isByOwnLogin",
           (select x.id from consent x where x.kommun_code = c.kommun_code and x.corrects = c.id) as "correctedBy"
      from consent c where c.kommun_code = kompass.kommun() and c.child_id = ${childId} and c.id = ${consentId}`;
  if (wrong === undefined) notFound();
  if (!mayCorrect(wrong, right)) invalid({ field: "corrects", expected: "own_answer_of_the_same_party" });
  if (wrong.correctedBy !== null) invalid({ field: "corrects", expected: "not_corrected_already" });
}
