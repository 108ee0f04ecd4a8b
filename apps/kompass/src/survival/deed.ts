import type { AREAS } from "@kompassen/domain/behovskompass";

type Area = (typeof AREAS)[number];

/** One call of the api as it was sent; the same call again is the same deed. */
export type Call =
  | { readonly verb: "people.registerChild"; readonly guardianId: string; readonly relationId: string }
  | { readonly verb: "barnetsPlan.recordSupport" | "barnetsPlan.recordLifeEvent"; readonly text: string }
  | { readonly verb: "barnetsPlan.changeSupport"; readonly text: string; readonly version: number }
  | { readonly verb: "consent.recordConsent"; readonly text: string }
  | { readonly verb: "behovskompass.openDraft"; readonly compassId: string; readonly assessedOn: string }
  | {
      readonly verb: "behovskompass.saveDraft";
      readonly text: string;
      readonly version: number;
      readonly area: Area;
    }
  | { readonly verb: "behovskompass.submitDraft"; readonly version: number };

export interface Deed {
  /** In the order that its writer did them. */
  readonly number: number;
  readonly writer: number;
  readonly childId: string;
  /** The row that it makes or changes; made by the writer. */
  readonly id: string;
  readonly call: Call;
  /** What is stored of the row afterwards. */
  readonly leaves: string;
}

/** A deed, and whether the writer was told that it was done. */
export interface NotedDeed extends Deed {
  readonly isAcknowledged: boolean;
}

/** Who writes, and about whom. */
export interface Writer {
  readonly number: number;
  readonly kommunCode: string;
  readonly unitId: string;
  readonly personId: string;
}

/** To the app's process. */
export type Order =
  | { readonly kind: "write"; readonly writers: readonly Writer[] }
  | { readonly kind: "repeat"; readonly writer: Writer; readonly deed: Deed };

/** From the app's process: noted by the parent, which outlives it. */
export type Note =
  | { readonly kind: "ready" }
  | { readonly kind: "begun"; readonly deed: Deed }
  | { readonly kind: "acknowledged"; readonly writer: number; readonly number: number }
  /** The writer was not told: it stops until it may repeat. */
  | { readonly kind: "unanswered"; readonly writer: number; readonly reason: string }
  | { readonly kind: "repeated"; readonly writer: number; readonly refused: string | null };
