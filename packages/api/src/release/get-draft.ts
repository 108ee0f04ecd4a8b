import type { ActorTransaction } from "@kompassen/db";
import type { ReleaseCell } from "@kompassen/domain/statistics";
import { notFound } from "../errors/index.ts";
import type { DraftHead, DraftPreview, PreviewCell } from "./draft.ts";
import { listDrafts } from "./list-drafts.ts";

interface DraftRow {
  readonly document: (DraftHead & { readonly cells: readonly ReleaseCell[] }) | null;
  readonly truth: readonly PreviewCell["hidden"][] | null;
}

/** What would be shown, what is hidden and why. @throws KompassError `not_found` */
export async function getDraft(tx: ActorTransaction, draftId: string): Promise<DraftPreview> {
  const [[draft], [row]] = await Promise.all([
    listDrafts(tx, draftId),
    tx.sql<DraftRow[]>`
      select document::jsonb as document, truth from sealed.release_draft
       where kommun_code = kompass.kommun() and id = ${draftId}`,
  ]);
  if (draft === undefined || row === undefined) return notFound();
  if (row.document === null) return { draft, head: null, cells: [] };
  const { cells, ...head } = row.document;
  return { draft, head, cells: cells.map((cell, i) => ({ ...cell, hidden: row.truth?.[i] ?? null })) };
}
