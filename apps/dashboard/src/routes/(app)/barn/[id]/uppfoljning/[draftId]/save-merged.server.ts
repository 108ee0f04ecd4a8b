import { findKnown } from "@kompassen/api/errors";
import { error } from "@sveltejs/kit";
import type { DraftContent } from "#lib/draft/draft-content.ts";
import type { AreaConflict, MergedContent } from "#lib/draft/merge-content.ts";
import { findOr404 } from "#lib/server/find-or-404.ts";

const ATTEMPTS = 3;

/**
 * Saves a change on top of what is stored now. Somebody who saves at the same moment is brought in by trying
 * again; what clashes is not saved but asked about.
 */
export async function saveMerged(
  { api }: App.Locals,
  params: { id: string; draftId: string },
  merge: (stored: DraftContent) => MergedContent,
): Promise<{ content: DraftContent; conflicts: readonly AreaConflict[]; version: number }> {
  const draft = { childId: params.id, draftId: params.draftId };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const stored = await findOr404(api.behovskompass.getDraft(draft));
    const { content, conflicts } = merge(stored.content);
    if (conflicts.length > 0) return { content, conflicts, version: stored.version };
    try {
      const { version } = await api.behovskompass.saveDraft({ ...draft, version: stored.version, content });
      return { content, conflicts, version };
    } catch (caught) {
      if (findKnown(caught)?.code !== "conflict") throw caught;
    }
  }
  return error(409);
}
