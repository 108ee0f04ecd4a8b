import { compareText, type LocalDate } from "../shared/index.ts";
import type { ConsentState, ConsentStep } from "./consent.ts";
import type { ScopeLine } from "./scope.ts";

/** One party's answer to one step. Nothing is overwritten: a party's latest answer is the one that counts. */
export type ConsentRecord = {
  readonly id: string;
  readonly step: ConsentStep;
  /** Null is the child's own consent. */
  readonly guardianId: string | null;
  readonly state: ConsentState;
  readonly decidedOn: LocalDate;
  /** The last day it holds; null is until withdrawn. */
  readonly validTo: LocalDate | null;
  /** The wrong record that this one stands in the place of. */
  readonly corrects: string | null;
  /** Empty is the whole team of the step, with all its areas. */
  readonly scope: readonly ScopeLine[];
};

type Correctable = Pick<ConsentRecord, "step" | "guardianId">;

/** A record that is there; `isByOwnLogin`: only a new answer of that guardian comes after it. */
type Recorded = Correctable & { readonly isByOwnLogin: boolean };

/**
 * Whether one record may stand in the place of another of the same child: as an answer of the same party to the same
 * step, and never of what a guardian has done by the own login. The database refuses all others.
 */
export function mayCorrect(wrong: Recorded, right: Correctable): boolean {
  return !wrong.isByOwnLogin && wrong.step === right.step && wrong.guardianId === right.guardianId;
}

/**
 * What a party has answered last to a step, as of a day. A corrected record never counts, and of two answers on one
 * day the one recorded last does.
 * @param records in the order they were recorded
 */
export function latestAnswer<Kept extends ConsentRecord>(
  records: readonly Kept[],
  party: { readonly step: ConsentStep; readonly guardianId: string | null },
  on: LocalDate,
): Kept | undefined {
  const corrected = new Set(records.map(({ corrects }) => corrects));
  return records
    .filter(({ step, guardianId }) => step === party.step && guardianId === party.guardianId)
    .filter(({ id, decidedOn }) => decidedOn <= on && !corrected.has(id))
    .toSorted((a, b) => compareText(a.decidedOn, b.decidedOn))
    .at(-1);
}
