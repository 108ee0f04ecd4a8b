import { AREAS } from "@kompassen/domain/behovskompass";
import { CONSENT_STEPS } from "@kompassen/domain/consent";
import { localDate } from "@kompassen/domain/shared";
import { legalReferenceOn, SHARED_FIELDS } from "@kompassen/domain/sharing";
import { z } from "zod";
import { type AuthorizedChild, ensureFollowed } from "../access/index.ts";
import { ensureCovered } from "../consent/index.ts";
import type { ActorContext } from "../context/index.ts";
import { invalid } from "../errors/index.ts";
import { day } from "../procedure/index.ts";

const answer = z.string().trim().min(3).max(1000);

export const recordShareInput = z.object({
  sharingId: z.uuid(),
  sharedOn: day,
  areas: z.array(z.enum(AREAS)).max(8),
  fields: z.array(z.enum(SHARED_FIELDS)).max(SHARED_FIELDS.length),
  toUnitIds: z.array(z.uuid()).max(20),
  /** Somebody who is neither a unit nor staff here. */
  toOther: z.string().trim().max(200).nullable(),
  necessary: answer,
  relevant: answer,
  proportionate: answer,
  ground: z.enum(["consent", "anmalan_socialtjanst", "other"]),
  /** The consent it rests on. */
  groundStep: z.enum(CONSENT_STEPS).nullable(),
  groundText: z.string().trim().max(1000).nullable(),
});

type Input = z.infer<typeof recordShareInput>;

/** Keeps what was told by phone or at a meeting: what, to whom, and why. On consent only as far as that reaches. */
export async function recordShare(
  ctx: ActorContext,
  { childId }: AuthorizedChild,
  input: Input,
): Promise<void> {
  const { tx, signedIn, today } = ctx;
  ensureSound(input, today);
  await ensureFollowed(tx, childId);
  const [own] = await tx.sql<{ unitId: string | null }[]>`
    select unit_id as "unitId" from person where kommun_code = kompass.kommun() and id = ${signedIn.personId}`;
  const fromUnitId = own?.unitId ?? null;
  const step = input.ground === "consent" ? input.groundStep : null;
  if (step !== null) {
    const receivers = [...input.toUnitIds, ...(input.toOther === null ? [] : [null])];
    // Kinds of data beside the areas tell of all of them.
    const areas = input.fields.length > 0 ? AREAS : input.areas;
    for (const toUnitId of receivers) {
      const share = { fromUnitId, toUnitId, areas };
      await ensureCovered(tx, childId, { step, on: localDate(input.sharedOn), share });
    }
  }
  const reference =
    input.ground === "other" ? null : legalReferenceOn(input.ground, localDate(input.sharedOn));
  await tx.sql`
    insert into sharing (kommun_code, id, child_id, shared_on, way, areas, fields, from_person_id, from_unit_id,
                         to_person_ids, to_unit_ids, to_other, necessary, relevant, proportionate, ground, ground_step,
                         legal_reference, ground_text, is_lasting, recorded_by)
    values (${signedIn.kommunCode}, ${input.sharingId}, ${childId}, ${input.sharedOn}, 'said', ${input.areas},
            ${input.fields}, ${signedIn.personId}, ${fromUnitId}, '{}', ${input.toUnitIds}, ${input.toOther},
            ${input.necessary}, ${input.relevant}, ${input.proportionate}, ${input.ground}, ${step},
            ${reference?.id ?? null}, ${input.groundText}, false, ${signedIn.personId})
    on conflict (kommun_code, id) do nothing`;
}

function ensureSound(input: Input, today: string): void {
  if (input.sharedOn > today) invalid({ field: "sharedOn", expected: "not_in_the_future" });
  if (input.areas.length + input.fields.length === 0) {
    invalid({ field: "areas", expected: "something_shared" });
  }
  if (input.toUnitIds.length === 0 && (input.toOther ?? "") === "") {
    invalid({ field: "toUnitIds", expected: "somebody" });
  }
  if (input.ground === "consent" && input.groundStep === null) {
    invalid({ field: "groundStep", expected: "which_consent" });
  }
  if (input.ground === "other" && (input.groundText ?? "") === "") {
    invalid({ field: "groundText", expected: "words" });
  }
}
