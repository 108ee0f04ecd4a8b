import type { ReviewDecision, ReviewReason } from "@kompassen/domain/audit";
import type { LocalDate } from "@kompassen/domain/shared";

/** One person's looks on one day, at one child or at lists, taken up for review. Of the child: its case number. */
export interface ReviewItem {
  readonly id: string;
  readonly day: LocalDate;
  readonly reasons: readonly ReviewReason[];
  /** Instants, ISO 8601. */
  readonly since: string;
  readonly until: string;
  readonly looks: number;
  readonly dueOn: LocalDate;
  /** Null when the log no longer says who it was. */
  readonly actorName: string | null;
  readonly actorTitle: string | null;
  readonly actorUnit: string | null;
  /** Whether the looks are the reviewer's own, which somebody else reviews. */
  readonly isOwn: boolean;
  readonly isOfChild: boolean;
  /** Null for lists, and for a child that is purged. */
  readonly caseNumber: string | null;
  readonly decision: ReviewDecision | null;
  readonly note: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: string | null;
  readonly version: number;
}

export interface ReviewEntry {
  readonly at: string;
  readonly verb: string;
  readonly purpose: string;
  readonly fields: readonly string[];
  /** Of a list: how many children. */
  readonly children: number | null;
}
