import type { LocalDate } from "@kompassen/domain/shared";
import { z } from "zod";
import { auditChildren } from "../audit/index.ts";
import type { ActorContext } from "../context/index.ts";
import { notFound } from "../errors/index.ts";
import type { EmergencyReason } from "./open-emergency.ts";

export const REVIEW_OUTCOMES = ["motiverad", "inte_motiverad", "utreds_vidare"] as const;

export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/** One emergency access as those see it who review it: no name of the child. */
export interface EmergencyToReview {
  readonly id: string;
  readonly caseNumber: string;
  readonly openedBy: string;
  readonly openedByTitle: string;
  readonly reason: EmergencyReason;
  readonly reasonText: string;
  readonly openedAt: string;
  readonly endedAt: string;
  readonly reviewDueOn: LocalDate;
  readonly isLate: boolean;
  /** Nobody reviews what they have opened themselves. */
  readonly isOwn: boolean;
  readonly review: {
    readonly at: string;
    readonly by: string;
    readonly outcome: ReviewOutcome;
    readonly text: string;
  } | null;
}

type Row = Omit<EmergencyToReview, "review" | "isLate"> & {
  readonly reviewedAt: string | null;
  readonly reviewedBy: string | null;
  readonly outcome: ReviewOutcome | null;
  readonly text: string | null;
};

/** What is not reviewed first, the most urgent on top. Empty to those who do not review. */
export async function listToReview({ tx, today }: ActorContext): Promise<readonly EmergencyToReview[]> {
  const rows = await tx.sql<Row[]>`
    select id, case_number as "caseNumber", opened_by as "openedBy", opened_by_title as "openedByTitle", reason,
           reason_text as "reasonText", opened_at as "openedAt", ended_at as "endedAt",
           review_due_on::text as "reviewDueOn", is_own as "isOwn", reviewed_at as "reviewedAt",
           reviewed_by as "reviewedBy", review_outcome as outcome, review_text as text
      from kompass.emergencies_to_review()`;
  // Who reviews is told no child's id, so the row names none.
  if (rows.length > 0) await auditReview(tx, "emergencyAccess.listToReview");
  return rows.map(({ reviewedAt, reviewedBy, outcome, text, ...row }) => {
    const isReviewed = reviewedAt !== null && reviewedBy !== null && outcome !== null && text !== null;
    return {
      ...row,
      isLate: !isReviewed && row.reviewDueOn < today,
      review: isReviewed ? { at: reviewedAt, by: reviewedBy, outcome, text } : null,
    };
  });
}

export const reviewEmergencyInput = z.object({
  accessId: z.uuid(),
  outcome: z.enum(REVIEW_OUTCOMES),
  text: z.string().trim().min(3).max(2000),
});

/** Signed once, by somebody else than the one who opened it. */
export async function reviewEmergency(
  { tx }: ActorContext,
  { accessId, outcome, text }: z.infer<typeof reviewEmergencyInput>,
): Promise<void> {
  const [row] = await tx.sql<{ done: boolean }[]>`
    select kompass.review_emergency(${accessId}, ${outcome}, ${text}) as done`;
  if (row?.done !== true) notFound();
  await auditReview(tx, "emergencyAccess.review");
}

function auditReview(tx: ActorContext["tx"], verb: string): Promise<void> {
  return auditChildren(tx, [], {
    verb,
    purpose: "granskning",
    fields: ["emergency_access", "child.case_number"],
  });
}
