import { CONSENT_STEPS } from "@kompassen/domain/consent";
import type { LocalDate } from "@kompassen/domain/shared";
import { z } from "zod";
import type { FamilyContext } from "./family-procedure.ts";

export const withdrawOwnConsentInput = z.object({
  step: z.enum(CONSENT_STEPS),
  consentId: z.uuid(),
});

/** A meeting that the child is no longer taken up at. */
export interface FamilyClosure {
  readonly kind: "agenda" | "meeting";
  readonly onDay: LocalDate;
}

/**
 * The guardian takes back the own yes, by one step at home. What hangs on it closes in the same transaction; told
 * of it are the meetings alone, since the rest may hold what is withheld, and of those none whose share is.
 */
export async function withdrawOwnConsent(
  { tx }: FamilyContext,
  { childId, step, consentId }: z.infer<typeof withdrawOwnConsentInput> & { readonly childId: string },
): Promise<{ closed: FamilyClosure[] }> {
  const closed = await tx.sql<FamilyClosure[]>`
    select kind, on_day::text as "onDay" from kompass.family_withdraw(${childId}, ${step}, ${consentId})`;
  return { closed: [...closed] };
}
