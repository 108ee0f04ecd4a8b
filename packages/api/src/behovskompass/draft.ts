import type { AgeForm, InstrumentId, InstrumentStatus, RaterKey } from "@kompassen/domain/behovskompass";
import type { LocalDate } from "@kompassen/domain/shared";
import { z } from "zod";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { conflict, invalid, notFound } from "../errors/index.ts";
import { type DraftContent, draftContent } from "./draft-content.ts";
import { type FormStatement, listFormStatements } from "./list-form-statements.ts";

/** An open form with its statements. Holds no score but its own answers. */
export interface Draft {
  readonly id: string;
  readonly compassId: string;
  readonly rater: RaterKey;
  readonly ageForm: AgeForm | null;
  readonly assessedOn: LocalDate;
  readonly content: DraftContent;
  readonly version: number;
  readonly savedAt: string;
  readonly shownAnywayAt: string | null;
  /** Who opened it: the joint form of the Barnteam is filled in by several. */
  readonly openedByName: string;
  readonly isMine: boolean;
  readonly versionNumber: number;
  readonly instrument: InstrumentId;
  readonly instrumentStatus: InstrumentStatus;
  readonly statements: readonly FormStatement[];
}

export const ofDraft = z.object({ draftId: z.uuid() });

/** @throws KompassError `not_found` also for somebody else's draft */
export async function getDraft(
  { tx, signedIn }: ActorContext,
  { childId }: AuthorizedChild,
  { draftId }: z.infer<typeof ofDraft>,
): Promise<Draft> {
  const [draft] = await tx.sql<Omit<Draft, "statements">[]>`
    select d.id, d.compass_id as "compassId", d.rater, d.age_form as "ageForm", d.assessed_on::text as "assessedOn",
           d.content, d.version, d.saved_at as "savedAt", d.shown_anyway_at as "shownAnywayAt",
           p.given_name || ' ' || p.family_name as "openedByName", d.author_id = ${signedIn.personId} as "isMine",
           d.version_number as "versionNumber", v.instrument, v.text_status as "instrumentStatus"
      from draft d join instrument_version v on v.kommun_code = d.kommun_code and v.number = d.version_number
      join person p on p.kommun_code = d.kommun_code and p.id = d.author_id
     where d.kommun_code = ${signedIn.kommunCode} and d.child_id = ${childId} and d.id = ${draftId}`;
  if (draft === undefined) return notFound();
  const statements = await listFormStatements(tx, draft.versionNumber, draft.ageForm);
  return { ...draft, statements };
}

export const saveDraftInput = z.object({ draftId: z.uuid(), version: z.int(), content: draftContent });

/**
 * Saves what has been filled in so far.
 * @throws KompassError `conflict` with what somebody else (or another window) has saved since `version`
 */
export async function saveDraft(
  { tx, signedIn }: ActorContext,
  { childId }: AuthorizedChild,
  { draftId, version, content }: z.infer<typeof saveDraftInput>,
): Promise<{ version: number; savedAt: string }> {
  const { sql } = tx;
  const [saved] = await sql<{ version: number; savedAt: string }[]>`
    update draft set content = ${JSON.stringify(content)}::jsonb, version = version + 1, saved_at = now()
     where kommun_code = ${signedIn.kommunCode} and child_id = ${childId} and id = ${draftId} and version = ${version}
    returning version, saved_at as "savedAt"`;
  if (saved !== undefined) return saved;
  const [current] = await sql<{ version: number; content: DraftContent; savedAt: string; isSame: boolean }[]>`
    select version, content, saved_at as "savedAt", content = ${JSON.stringify(content)}::jsonb as "isSame" from draft
     where kommun_code = ${signedIn.kommunCode} and child_id = ${childId} and id = ${draftId}`;
  if (current === undefined) return notFound();
  // A repeated save whose answer was lost on the way: the same words, nothing to resolve. The database compares:
  // it keeps the fields in another order than they were sent.
  if (current.isSame) return { version: current.version, savedAt: current.savedAt };
  return conflict(current.version, { content: current.content });
}

export const showAnywayInput = z.object({ draftId: z.uuid(), reason: z.string().trim().min(3).max(2000) });

/** Opens the earlier scores on purpose. It is recorded, and shown wherever the compass is used. */
export async function showAnyway(
  { tx, signedIn }: ActorContext,
  { childId }: AuthorizedChild,
  { draftId, reason }: z.infer<typeof showAnywayInput>,
): Promise<void> {
  const saved = await tx.sql`
    update draft set shown_anyway_at = now(), shown_anyway_reason = ${reason}
     where kommun_code = ${signedIn.kommunCode} and child_id = ${childId} and id = ${draftId}
       and shown_anyway_at is null`;
  if (saved.count === 0) return invalid({ field: "draftId", expected: "open_and_uninfluenced" });
}

/** Throws the form away. A round that then holds nothing goes with it at the next opening. */
export async function discardDraft(
  { tx, signedIn }: ActorContext,
  { childId }: AuthorizedChild,
  { draftId }: z.infer<typeof ofDraft>,
): Promise<void> {
  await tx.sql`
    delete from draft where kommun_code = ${signedIn.kommunCode} and child_id = ${childId} and id = ${draftId}`;
}
