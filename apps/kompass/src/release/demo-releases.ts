import { approveDraft, listDrafts } from "@kompassen/api/release";
import type { Database } from "@kompassen/db";
import { addDays, type LocalDate } from "@kompassen/domain/shared";
import { latestEndedQuarters, spanOfQuarter } from "@kompassen/domain/statistics";
import { findPerson, jobActor } from "./find-draft.ts";
import { makeDraft, makeWaiting } from "./make-draft.ts";

/** The invented officers: who asks, where there are two, and who approves. */
const OFFICERS = [
  { kommunCode: "9001", maker: "demo:statistikansvarig-1", approver: "demo:statistikansvarig-2" },
  { kommunCode: "9002", maker: null, approver: "demo:granvala-statistikansvarig-1" },
] as const;

const QUARTERS = 8;
/** How long after the quarter a release comes. */
const DAYS_AFTER = 20;

/**
 * Releases eight quarters of the invented kommuner in their order, each on a day soon after its quarter. The last one
 * that has ended is left for the officers to release.
 * What is released already is left as it is, so that it may be stopped and started again.
 * @returns how many were released now
 */
export async function releaseDemo(database: Database, today: LocalDate): Promise<number> {
  let released = 0;
  for (const { kommunCode, maker, approver } of OFFICERS) {
    await database.transaction(
      jobActor(kommunCode),
      // The same for everybody's demo, so that everybody's demo hides the same.
      ({ sql }) => sql`
        insert into sealed.release_key (kommun_code, key) values (kompass.kommun(), ${`demo-${kommunCode}`})
        on conflict do nothing`,
    );
    const requestedBy = maker === null ? null : (await findPerson(database, kommunCode, maker)).personId;
    const actor = await findPerson(database, kommunCode, approver);
    for (const quarter of latestEndedQuarters(today, QUARTERS + 1).slice(0, QUARTERS)) {
      const draft = await makeMissing(database, { kommunCode, periods: [quarter], requestedBy, today });
      if (draft === null) continue;
      const day = addDays(spanOfQuarter(quarter).to, DAYS_AFTER);
      await database.transaction(actor, (tx) => approveDraft(tx, draft, day < today ? day : today));
      released += 1;
    }
  }
  return released;
}

/** The draft of a quarter that is not released; one that was begun before is taken up. Null when it is released. */
async function makeMissing(
  database: Database,
  request: Parameters<typeof makeDraft>[1],
): Promise<{ readonly draftId: string; readonly sha256: string } | null> {
  const { kommunCode, periods } = request;
  const drafts = await database.transaction(jobActor(kommunCode), (tx) => listDrafts(tx));
  const begun = drafts.find(
    (draft) => OPEN.includes(draft.state) && periods.every((period) => draft.periods.includes(period)),
  );
  if (begun?.state === "approved") return null;
  if (begun === undefined) return makeDraft(database, request, () => {});
  if (begun.sha256 !== null) return { draftId: begun.id, sha256: begun.sha256 };
  const { sha256 } = await makeWaiting(database, kommunCode, begun.id, () => {});
  return { draftId: begun.id, sha256 };
}

const OPEN: readonly string[] = ["requested", "draft", "approved"];
