import type { ActorTransaction, Database } from "@kompassen/db";
import {
  REGISTER_RESOURCES,
  type RegisterFault,
  type RegisterResource,
  readDeleted,
} from "@kompassen/domain/school-register";
import { todayInSweden } from "@kompassen/domain/shared";
import { applyPage } from "./apply-page.ts";
import { listMissingPersons } from "./list-missing-persons.ts";
import {
  addToCounts,
  type EndedRun,
  endRun,
  findCursor,
  moveCursor,
  openRun,
  type RegisterRun,
  type RegisterStep,
  restartStep,
  type StepCursor,
  stopRun,
} from "./register-run.ts";
import { ExpiredPageToken, type RegisterSource, RegisterUnavailable } from "./register-source.ts";
import { deleteObjects, settleRegister } from "./settle-register.ts";

export interface RegisterProgress {
  readonly step: RegisterStep;
  readonly page: number;
  readonly objects: number;
  readonly faults: readonly RegisterFault[];
}

export interface RegisterImport {
  /** As the role of jobs. */
  readonly database: Database;
  readonly kommunCode: string;
  readonly source: RegisterSource;
  /** Everything anew, also what the last reading has seen. */
  readonly wantsFull: boolean;
  /** Removes what a whole reading did not see, also when that is so much that half the register may be missing. */
  readonly removesMany: boolean;
  readonly civicKey: string | null;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly onProgress: (progress: RegisterProgress) => void;
}

export interface RegisterImportResult extends EndedRun {
  readonly run: RegisterRun;
}

/**
 * Reads the school register: page by page, each in a transaction of its own together with how far it has come, so
 * that a reading that was killed is gone on with and ends as if it had not been.
 * @throws RegisterUnavailable, ReadElsewhere; what has been read stays
 */
export async function importRegister(asked: RegisterImport): Promise<RegisterImportResult> {
  const run = await inKommun(asked, (tx) =>
    openRun(tx, {
      id: asked.newId(),
      source: asked.source.label,
      wantsFull: asked.wantsFull || !asked.source.tellsChanges,
      now: asked.clock(),
    }),
  );
  try {
    for (const resource of REGISTER_RESOURCES) await readResource(asked, run, resource);
    await readMissing(asked, run);
    if (!run.isFull) await readDeletions(asked, run);
  } catch (error) {
    if (error instanceof RegisterUnavailable) {
      await inKommun(asked, (tx) => stopRun(tx, run, error.message));
    }
    throw error;
  }
  const ended = await inKommun(asked, async (tx) => {
    const now = asked.clock();
    return endRun(tx, run, await settleRegister(tx, run, todayInSweden(now), asked.removesMany), now);
  });
  return { run, ...ended };
}

async function readResource(
  asked: RegisterImport,
  run: RegisterRun,
  resource: RegisterResource,
): Promise<void> {
  let cursor = await inKommun(asked, (tx) => findCursor(tx, run, resource));
  let hasRestarted = false;
  while (!cursor.isDone) {
    const { pageToken } = cursor;
    const at = { pageToken, modifiedAfter: run.modifiedAfter };
    try {
      const sent = await asked.source.readPage(resource, at);
      cursor = await applySent(
        asked,
        run,
        { step: resource, resource },
        cursor,
        sent.objects,
        sent.nextPageToken,
      );
    } catch (error) {
      if (!(error instanceof ExpiredPageToken)) throw error;
      if (hasRestarted || pageToken === null) throw new RegisterUnavailable("page_token_refused");
      hasRestarted = true;
      await inKommun(asked, (tx) => restartStep(tx, run, resource));
      cursor = { pageToken: null, pages: 0, isDone: false };
    }
  }
}

async function applySent(
  asked: RegisterImport,
  run: RegisterRun,
  what: { readonly step: RegisterStep; readonly resource: RegisterResource },
  cursor: StepCursor,
  objects: readonly unknown[],
  nextPageToken: string | null,
): Promise<StepCursor> {
  const page = cursor.pages + 1;
  const { next, faults } = await inKommun(asked, async (tx) => {
    const moved = await moveCursor(tx, run, what.step, cursor, nextPageToken);
    const applied = await applyPage(tx, run, { ...what, page, objects, civicKey: asked.civicKey });
    return { next: moved, faults: applied.faults };
  });
  asked.onProgress({ step: what.step, page, objects: objects.length, faults });
  return next;
}

const ASKED_AT_ONCE = 100;

/** Changes may point at persons who have not changed themselves: they are asked for by their ids. */
async function readMissing(asked: RegisterImport, run: RegisterRun): Promise<void> {
  let cursor = await inKommun(asked, (tx) => findCursor(tx, run, "missing_persons"));
  const tried = new Set<string>();
  while (!cursor.isDone) {
    const missing = await inKommun(asked, (tx) => listMissingPersons(tx, todayInSweden(asked.clock())));
    const ids = missing.filter((id) => !tried.has(id)).slice(0, ASKED_AT_ONCE);
    for (const id of ids) tried.add(id);
    const objects = ids.length === 0 ? [] : await asked.source.lookUpPersons(ids);
    const next = ids.length === 0 ? null : "more";
    const what = { step: "missing_persons", resource: "persons" } as const;
    cursor = await applySent(asked, run, what, cursor, objects, next);
  }
}

async function readDeletions(asked: RegisterImport, run: RegisterRun): Promise<void> {
  const after = run.modifiedAfter;
  if (after === null) return;
  let cursor = await inKommun(asked, (tx) => findCursor(tx, run, "deleted"));
  let hasRestarted = false;
  while (!cursor.isDone) {
    const { pageToken } = cursor;
    const sent = await asked.source.readDeleted({ after, pageToken }).catch((error: unknown) => {
      if (!(error instanceof ExpiredPageToken)) throw error;
      if (hasRestarted || pageToken === null) throw new RegisterUnavailable("page_token_refused");
      return null;
    });
    if (sent === null) {
      hasRestarted = true;
      await inKommun(asked, (tx) => restartStep(tx, run, "deleted"));
      cursor = { pageToken: null, pages: 0, isDone: false };
      continue;
    }
    const { data, nextPageToken } = sent;
    const deleted = readDeleted(data);
    const from = cursor;
    cursor = await inKommun(asked, async (tx) => {
      const next = await moveCursor(tx, run, "deleted", from, nextPageToken);
      const changed = await deleteObjects(tx, deleted);
      await addToCounts(tx, run, "deleted", { seen: deleted.length, added: 0, changed, refused: 0 });
      return next;
    });
    asked.onProgress({ step: "deleted", page: cursor.pages, objects: deleted.length, faults: [] });
  }
}

export function inKommun<T>(
  { database, kommunCode }: Pick<RegisterImport, "database" | "kommunCode">,
  work: (tx: ActorTransaction) => Promise<T>,
): Promise<T> {
  return database.transaction({ type: "system", kommunCode, job: "school-register" }, work);
}
