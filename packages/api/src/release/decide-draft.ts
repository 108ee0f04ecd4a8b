import type { ActorTransaction } from "@kompassen/db";
import type { LocalDate } from "@kompassen/domain/shared";
import { z } from "zod";
import { notFound } from "../errors/index.ts";

export const approveDraftInput = z.object({
  draftId: z.uuid(),
  /** Of the draft that was looked through: what is approved is exactly that. */
  sha256: z.string().length(64),
});

/**
 * A second person releases the draft, which is frozen from then on.
 * @param onDay the day of the release, which a job alone may set; otherwise today
 * @throws KompassError `closed` with reason `same_person` or `release_not_open`
 */
export async function approveDraft(
  { sql }: ActorTransaction,
  { draftId, sha256 }: z.infer<typeof approveDraftInput>,
  onDay: LocalDate | null = null,
): Promise<{ readonly releaseId: string }> {
  const [row] = await sql<{ id: string }[]>`
    select kompass.approve_release(${draftId}, ${sha256}, ${onDay}::date) as id`;
  return row === undefined ? notFound() : { releaseId: row.id };
}

/** @throws KompassError `closed` with reason `release_not_open` */
export async function withdrawDraft({ sql }: ActorTransaction, draftId: string): Promise<void> {
  await sql`select kompass.withdraw_release(${draftId})`;
}
