import type { ActorTransaction } from "@kompassen/db";
import { REVIEW_REASONS } from "@kompassen/domain/audit";
import { compareText } from "@kompassen/domain/shared";
import { z } from "zod";
import { auditChildren } from "../audit/index.ts";
import type { ActorContext } from "../context/index.ts";
import { notFound } from "../errors/index.ts";
import type { ReviewEntry, ReviewItem } from "./review-item.ts";

const MOST_SHOWN = 200;

export const listItemsInput = z.object({ state: z.enum(["open", "decided"]) });
export const ofItem = z.object({ itemId: z.uuid() });

export interface ReviewCounts {
  readonly open: number;
  readonly overdue: number;
  readonly decided: number;
}

/** The work list, what is due first on top; or what has been decided, the latest first. That it was read is logged. */
export async function listItems(
  { tx, today }: ActorContext,
  { state }: z.infer<typeof listItemsInput>,
): Promise<{ counts: ReviewCounts; items: ReviewItem[] }> {
  const read = await readItems(tx, null, state);
  const items = state === "open" ? read.toSorted(compareUrgency) : read;
  const [counts] = await tx.sql<ReviewCounts[]>`
    select open_items::float8 as open, overdue::float8 as overdue, decided::float8 as decided
      from kompass.log_review_counts(${today})`;
  await auditReview(tx, "logReview.listItems");
  return { counts: counts ?? { open: 0, overdue: 0, decided: 0 }, items };
}

/** What is due first, and of what is due on the same day the gravest. */
function compareUrgency(a: ReviewItem, b: ReviewItem): number {
  return compareText(a.dueOn, b.dueOn) || gravityOf(a) - gravityOf(b);
}

/** The place of the gravest reason in the rules' own order. */
function gravityOf({ reasons }: ReviewItem): number {
  return Math.min(...reasons.map((reason) => REVIEW_REASONS.indexOf(reason)));
}

/** One item with the rows of the log behind it. @throws KompassError `not_found` */
export async function getItem(
  { tx }: ActorContext,
  { itemId }: z.infer<typeof ofItem>,
): Promise<{ item: ReviewItem; entries: ReviewEntry[] }> {
  const [item] = await readItems(tx, itemId, "any");
  if (item === undefined) return notFound();
  const entries = await tx.sql<ReviewEntry[]>`
    select to_json(at) #>> '{}' as at, verb, purpose, fields, children from kompass.log_review_entries(${itemId})`;
  await auditReview(tx, "logReview.getItem");
  return { item, entries };
}

async function readItems(tx: ActorTransaction, itemId: string | null, state: string): Promise<ReviewItem[]> {
  return await tx.sql<ReviewItem[]>`
    select id, day::text as day, reasons, to_json(since) #>> '{}' as since, to_json(until) #>> '{}' as until, looks,
           due_on::text as "dueOn", actor_name as "actorName", actor_title as "actorTitle", actor_unit as "actorUnit",
           is_own as "isOwn", of_child as "isOfChild", case_number as "caseNumber", decision, note,
           decided_by_name as "decidedByName", to_json(decided_at) #>> '{}' as "decidedAt", version
      from kompass.log_review_list(${itemId}, ${state}, ${MOST_SHOWN})`;
}

/** The reviewer's own row: that the log was read, and nothing of whom. */
export function auditReview(tx: ActorTransaction, verb: string): Promise<void> {
  return auditChildren(tx, [], { verb, purpose: "granskning", fields: ["audit_log"] });
}
