import type { ActorTransaction } from "@kompassen/db";
import type { LocalDate } from "@kompassen/domain/shared";
import { isQuarter } from "@kompassen/domain/statistics";
import { z } from "zod";
import { KompassError } from "../errors/index.ts";
import { planPeriods } from "./plan-periods.ts";

export const requestDraftInput = z.object({
  draftId: z.uuid(),
  periods: z.array(z.string().refine(isQuarter, "quarter")).min(1).max(16),
});

interface DraftRequest extends z.infer<typeof requestDraftInput> {
  /** Null when a job asks. */
  readonly requestedBy: string | null;
  readonly today: LocalDate;
}

/**
 * Asks for a release, which a job then makes: the one who serves pages reaches no child's row of others.
 * @throws KompassError `invalid` for quarters that cannot be released, `conflict` when one is on its way
 */
export async function requestDraft(
  { sql }: ActorTransaction,
  { draftId, periods, requestedBy, today }: DraftRequest,
): Promise<void> {
  const drafts = await sql<{ id: string; state: string; periods: string[] }[]>`
    select id, state, periods from sealed.release_draft
     where kommun_code = kompass.kommun() and state in ('requested', 'draft', 'approved')`;
  if (drafts.some(({ id }) => id === draftId)) return;
  if (drafts.some(({ state }) => state !== "approved"))
    throw new KompassError("conflict", { reason: "release_on_its_way" });
  const { quarters } = planPeriods(periods, new Set(drafts.flatMap((draft) => draft.periods)), today);
  await sql`
    insert into sealed.release_draft (kommun_code, id, state, periods, requested_by)
    values (kompass.kommun(), ${draftId}, 'requested', ${[...quarters]}::text[], ${requestedBy})`;
}
