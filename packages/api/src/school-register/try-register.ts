import { REGISTER_RESOURCES, type RegisterResource } from "@kompassen/domain/school-register";
import { applyPage } from "./apply-page.ts";
import { inKommun, type RegisterImport } from "./import-register.ts";
import type { RegisterRun, StepCount } from "./register-run.ts";

export type TriedCounts = Partial<Record<RegisterResource, StepCount>>;

class RolledBack extends Error {
  readonly count: StepCount;

  constructor(count: StepCount) {
    super("rolled back");
    this.count = count;
  }
}

/**
 * Reads everything and writes nothing: each page goes through every check and constraint of the database and is
 * rolled back. What is new or changed is counted against what is stored now.
 */
export async function tryRegister(asked: RegisterImport): Promise<TriedCounts> {
  const run: RegisterRun = { id: asked.newId(), isFull: true, modifiedAfter: null, isResumed: false };
  const tried: TriedCounts = {};
  for (const resource of REGISTER_RESOURCES) {
    let pageToken: string | null = null;
    let page = 0;
    let total: StepCount = { seen: 0, added: 0, changed: 0, refused: 0 };
    do {
      const sent = await asked.source.readPage(resource, { pageToken, modifiedAfter: null });
      page += 1;
      total = add(total, await tryPage(asked, run, resource, page, sent.objects));
      pageToken = sent.nextPageToken;
    } while (pageToken !== null);
    tried[resource] = total;
  }
  return tried;
}

async function tryPage(
  asked: RegisterImport,
  run: RegisterRun,
  resource: RegisterResource,
  page: number,
  objects: readonly unknown[],
): Promise<StepCount> {
  try {
    return await inKommun(asked, async (tx) => {
      await tx.sql`
        insert into register_run (kommun_code, id, source, is_full, started_at, state)
        values (kompass.kommun(), ${run.id}, 'dry run', true, now(), 'done')`;
      const { civicKey } = asked;
      const { count, faults } = await applyPage(tx, run, {
        step: resource,
        resource,
        page,
        objects,
        civicKey,
      });
      asked.onProgress({ step: resource, page, objects: objects.length, faults });
      throw new RolledBack(count);
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.count;
    throw error;
  }
}

function add(one: StepCount, other: StepCount): StepCount {
  return {
    seen: one.seen + other.seen,
    added: one.added + other.added,
    changed: one.changed + other.changed,
    refused: one.refused + other.refused,
  };
}
