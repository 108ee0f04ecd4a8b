import {
  CONSENT_STEPS,
  type ConsentState,
  type ConsentStep,
  type ConsentWay,
} from "@kompassen/domain/consent";
import type { LocalDate } from "@kompassen/domain/shared";
import type { FamilyContext } from "./family-procedure.ts";

/** What this guardian has answered to one step; never what anybody else has. */
export interface OwnConsent {
  readonly step: ConsentStep;
  /** The latest first; empty when not asked. */
  readonly answers: readonly OwnAnswer[];
}

export interface OwnAnswer {
  readonly state: ConsentState;
  readonly decidedOn: LocalDate;
  readonly validTo: LocalDate | null;
  readonly way: ConsentWay;
}

export async function getOwnConsents(
  { tx }: FamilyContext,
  { childId }: { readonly childId: string },
): Promise<OwnConsent[]> {
  const rows = await tx.sql<(OwnAnswer & { step: ConsentStep })[]>`
    select c.step, c.state, c.decided_on::text as "decidedOn", c.valid_to::text as "validTo", c.way from consent c
     where c.kommun_code = kompass.kommun() and c.child_id = ${childId}
       and not exists (select 1 from consent x where x.kommun_code = c.kommun_code and x.corrects = c.id)
     order by c.decided_on desc, c.recorded_at desc, c.id desc`;
  return CONSENT_STEPS.map((step) => ({
    step,
    answers: rows
      .filter((row) => row.step === step)
      .map(({ state, decidedOn, validTo, way }) => ({ state, decidedOn, validTo, way })),
  }));
}
