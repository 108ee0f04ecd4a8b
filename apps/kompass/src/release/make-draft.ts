import { requestDraft } from "@kompassen/api/release";
import { type CreatedDraft, createDraft } from "@kompassen/api/release-making";
import type { Database } from "@kompassen/db";
import { type LocalDate, todayInSweden } from "@kompassen/domain/shared";
import { isQuarter } from "@kompassen/domain/statistics";
import { jobActor } from "./find-draft.ts";
import { Refusal } from "./refusal.ts";

/** What is written beside every release it makes. */
const CODE_VERSION = process.env.KOMPASSEN_VERSION ?? "0.1.0";

export type Progress = (done: number, total: number) => void;

/** Makes the draft that waits. */
export function makeWaiting(
  database: Database,
  kommunCode: string,
  draftId: string,
  onProgress: Progress,
): Promise<CreatedDraft> {
  return createDraft({
    database,
    kommunCode,
    draftId,
    today: todayInSweden(new Date()),
    codeVersion: CODE_VERSION,
    clock: () => performance.now() / 1000,
    onProgress,
  });
}

/** Asks for a release and makes it. @param requestedBy null when a job asks @throws Refusal, KompassError */
export async function makeDraft(
  database: Database,
  request: {
    readonly kommunCode: string;
    readonly periods: readonly string[];
    readonly requestedBy: string | null;
    readonly today: LocalDate;
  },
  onProgress: Progress,
): Promise<CreatedDraft & { readonly draftId: string }> {
  const { kommunCode, requestedBy, today } = request;
  const periods = request.periods.filter(isQuarter);
  if (periods.length < request.periods.length) throw new Refusal("Ett kvartal skrivs som 2026Q1.");
  const draftId = crypto.randomUUID();
  await database.transaction(jobActor(kommunCode), async (tx) => {
    const found = await tx.sql`select 1 from kommun where kommun_code = kompass.kommun()`;
    if (found.length === 0) throw new Refusal(`Kommunen ${kommunCode} finns inte i databasen.`);
    await requestDraft(tx, { draftId, periods, requestedBy, today });
  });
  return { draftId, ...(await makeWaiting(database, kommunCode, draftId, onProgress)) };
}
