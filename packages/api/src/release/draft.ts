import type { LocalDate } from "@kompassen/domain/shared";
import type { ReleaseCell, ReleaseHead } from "@kompassen/domain/statistics";

export type DraftState = "requested" | "draft" | "failed" | "approved" | "withdrawn";

/** The account of the protection, summed over all tables. Sealed: it depends on the hidden numbers. */
export interface ReleaseAudit {
  readonly published: number;
  readonly primary: number;
  readonly secondary: number;
  readonly notApplicable: number;
  readonly sensitive: number;
  readonly worlds: number;
  readonly exactDisclosures: number;
  readonly openToParents: number;
}

/** A release on its way, as the statistics officers see it in their list. */
export interface DraftSummary {
  readonly id: string;
  readonly state: DraftState;
  readonly periods: readonly string[];
  readonly releaseId: string | null;
  /** Null when a job asked for it. */
  readonly requestedBy: string | null;
  readonly requestedOn: LocalDate;
  readonly seconds: number | null;
  readonly sha256: string | null;
  readonly audit: ReleaseAudit | null;
  /** Why it could not be made. */
  readonly failure: string | null;
  readonly decidedBy: string | null;
  readonly decidedOn: LocalDate | null;
  /** Whether the reader may approve it: another than who asked for it. */
  readonly mayApprove: boolean;
}

/** A cell as it would be released; what is hidden, and why, is for the officer alone. */
export interface PreviewCell extends ReleaseCell {
  readonly hidden: { readonly value: number; readonly why: "primary" | "secondary" } | null;
}

/** Everything of a release but who approves it and when. */
export type DraftHead = Omit<ReleaseHead, "releasedOn" | "approvedBy" | "sha256">;

export interface DraftPreview {
  readonly draft: DraftSummary;
  /** Null until it is made. */
  readonly head: DraftHead | null;
  readonly cells: readonly PreviewCell[];
}
