import type { LocalDate } from "../shared/index.ts";
import type { ConsentState, ConsentStep } from "./consent.ts";
import { type ConsentRecord, latestAnswer } from "./consent-record.ts";
import { reaches, type Share } from "./scope.ts";

export type MissingConsent = {
  readonly guardianId: string | null;
  readonly why: "not_asked" | "expired" | "outside_scope" | Exclude<ConsentState, "given">;
};

export type Coverage =
  | { readonly isCovered: true }
  | { readonly isCovered: false; readonly missing: readonly MissingConsent[] };

export type ConsentGate = {
  readonly step: ConsentStep;
  readonly on: LocalDate;
  readonly guardianIds: readonly string[];
  /** Decided by a person, by age and maturity. */
  readonly asksChild: boolean;
  /** Asked too whether the consent reaches a unit; absent asks for the step as a whole. */
  readonly share?: Share;
};

/**
 * Whether a step is covered on a day: every guardian has given it, and so has the child where the child is asked.
 * A child's own no, and the limits of its own yes, always count, asked or not. A child without any guardian to ask is
 * covered only by an own consent. The database has the same rule as `kompass.consent_covers`.
 * @param records in the order they were recorded
 */
export function covers(records: readonly ConsentRecord[], gate: ConsentGate): Coverage {
  const own = latestAnswer(records, { step: gate.step, guardianId: null }, gate.on);
  const isChildAsked = gate.asksChild || gate.guardianIds.length === 0;
  const missing = gate.guardianIds.flatMap((guardianId): MissingConsent[] => {
    const why = whyMissing(latestAnswer(records, { step: gate.step, guardianId }, gate.on), gate);
    return why === null ? [] : [{ guardianId, why }];
  });
  const ofChild = isChildAsked ? whyMissing(own, gate) : whyAgainst(own, gate);
  if (ofChild !== null) missing.push({ guardianId: null, why: ofChild });
  return missing.length === 0 ? { isCovered: true } : { isCovered: false, missing };
}

/** What a party who must say yes has not said. */
function whyMissing(
  record: ConsentRecord | undefined,
  { on, share }: ConsentGate,
): MissingConsent["why"] | null {
  if (record === undefined) return "not_asked";
  if (record.state !== "given") return record.state;
  if (record.validTo !== null && record.validTo < on) return "expired";
  return share === undefined || reaches(record.scope, share) ? null : "outside_scope";
}

/** What a party who need not be asked has said against it. */
function whyAgainst(record: ConsentRecord | undefined, { share }: ConsentGate): MissingConsent["why"] | null {
  if (record === undefined || record.state === "asked") return null;
  if (record.state !== "given") return record.state;
  return share === undefined || reaches(record.scope, share) ? null : "outside_scope";
}
