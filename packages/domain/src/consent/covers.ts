import { compareText, type LocalDate } from "../shared/index.ts";
import type { ConsentState, ConsentStep } from "./consent.ts";

/** One party's answer to one step. Nothing is overwritten: a party's latest answer is the one that counts. */
export type ConsentRecord = {
  readonly step: ConsentStep;
  /** Null is the child's own consent. */
  readonly guardianId: string | null;
  readonly state: ConsentState;
  readonly decidedOn: LocalDate;
  /** The last day it holds; null is until withdrawn. */
  readonly validTo: LocalDate | null;
};

export type MissingConsent = {
  readonly guardianId: string | null;
  readonly why: "not_asked" | "expired" | Exclude<ConsentState, "given">;
};

export type Coverage =
  | { readonly isCovered: true }
  | { readonly isCovered: false; readonly missing: readonly MissingConsent[] };

/**
 * Whether a step is covered on a day: every guardian has given it, and so has the child where the child is
 * asked. A child without any guardian to ask is covered only by an own consent.
 * @param records in the order they were recorded
 */
export function covers(
  records: readonly ConsentRecord[],
  gate: {
    readonly step: ConsentStep;
    readonly on: LocalDate;
    readonly guardianIds: readonly string[];
    /** By age and maturity. */
    readonly asksChild: boolean;
  },
): Coverage {
  const asksChild = gate.asksChild || gate.guardianIds.length === 0;
  const parties = [...gate.guardianIds, ...(asksChild ? [null] : [])];
  const missing = parties.flatMap((guardianId): MissingConsent[] => {
    const why = whyMissing(latestOf(records, guardianId, gate), gate.on);
    return why === null ? [] : [{ guardianId, why }];
  });
  return missing.length === 0 ? { isCovered: true } : { isCovered: false, missing };
}

/** Of two answers on one day the one recorded last counts. */
function latestOf(
  records: readonly ConsentRecord[],
  guardianId: string | null,
  { step, on }: { readonly step: ConsentStep; readonly on: LocalDate },
): ConsentRecord | undefined {
  return records
    .filter((record) => record.step === step && record.guardianId === guardianId && record.decidedOn <= on)
    .toSorted((a, b) => compareText(a.decidedOn, b.decidedOn))
    .at(-1);
}

function whyMissing(record: ConsentRecord | undefined, on: LocalDate): MissingConsent["why"] | null {
  if (record === undefined) return "not_asked";
  if (record.state !== "given") return record.state;
  return (record.validTo ?? on) < on ? "expired" : null;
}
