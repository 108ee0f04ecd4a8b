import { verifyKommun } from "@kompassen/api/audit";
import { findKnown } from "@kompassen/api/errors";
import { startSession } from "@kompassen/api/session";
import { aKommun, fillDraft, registerChildOf } from "@kompassen/api/testing";
import { openDatabase, roleUrl } from "@kompassen/db";
import { startEmbedded } from "@kompassen/db/embedded";
import { migrateDatabase } from "@kompassen/db/migrate";
import { Filler } from "./fill-disk.ts";
import { type Answer, serveApp } from "./served-app.ts";

export interface FullDiskResult {
  /** What each kind of request was answered at each fullness. */
  readonly stages: readonly {
    readonly filledTo: number;
    readonly administratorTold: boolean;
    readonly staffTold: boolean;
    readonly read: number;
    readonly save: number;
    readonly importing: number;
    readonly formKept: boolean;
  }[];
  /** On the disk without any room, past the watch: how writes ended, and what was told. */
  readonly onFull: { readonly acknowledged: number; readonly refusals: Readonly<Record<string, number>> };
  /** After room was made. */
  readonly stored: number;
  readonly brokenChains: number;
  readonly savedAgain: number;
  readonly loggedStates: readonly string[];
  readonly seconds: number;
}

const KOMMUN = "1002";
const SHARES = [0.5, 0.82, 0.87, 0.96];
const WATCH_MS = 200;

/**
 * A real database and the real dashboard on a small disk that is filled.
 * @param folder on a file system of its own, about 300 MB
 */
export async function measureFullDisk(build: string, folder: string): Promise<FullDiskResult> {
  const started = performance.now();
  const dataFolder = `${folder}/data`;
  let server = await startEmbedded({ dataFolder });
  await migrateDatabase(server.adminUrl);
  const admin = openDatabase(server.adminUrl, { connections: 1 });
  const database = openDatabase(roleUrl(server.adminUrl, "kompass_app"), { connections: 4 });
  const job = openDatabase(roleUrl(server.adminUrl, "kompass_job"), { connections: 1 });
  const all = { app: database, job: database, statistics: database, family: database };
  const kommun = await aKommun(
    { adminUrl: server.adminUrl, admin: admin.sql, ...all, close: async () => {} },
    KOMMUN,
  );
  const [staff, administrator] = [
    await kommun.person("Solumi", "stodsamordnare"),
    await kommun.person("Ada", "administrator"),
  ];
  const { childId } = await registerChildOf(kommun, staff.as);
  const draftId = await fillDraft(staff.as, childId, 3, "2026-03-01");
  const sessionOf = ({ id: personId }: { id: string }) =>
    startSession(database, { kommunCode: KOMMUN, personId, device: null });
  const [session, administratorSession] = [await sessionOf(staff), await sessionOf(administrator)];
  const filler = new Filler(folder);
  const app = await serveApp(build, server.adminUrl, {
    KOMPASSEN_DISK: folder,
    KOMPASSEN_DISK_EVERY: String(WATCH_MS),
  });
  try {
    let version = 2;
    const stages: FullDiskResult["stages"][number][] = [];
    const supports: string[] = [];
    for (const share of SHARES) {
      const filledTo = await filler.fillTo(share);
      await pause(3 * WATCH_MS);
      const words = `Fyllt till ${share}: ringer "varje" vecka`;
      const supportId = crypto.randomUUID();
      const form = await app.post(`/barn/${childId}/stod/nytt`, session, aSupport(supportId, words));
      if (form.status === 303) supports.push(supportId);
      const content = { startingArea: null, areas: { omsorg: { answers: { omsorg: 4 }, comment: words } } };
      const save = await app.call("behovskompass.saveDraft", session, { childId, draftId, version, content });
      if (save.status === 200) version += 1;
      const history = { name: "history.csv", base64: "" };
      const importing = await app.call("import.commit", session, { history });
      const page = await app.get(`/barn/${childId}/stod`, session);
      const administration = await app.get("/administration", administratorSession);
      stages.push({
        filledTo: Math.round(filledTo * 100) / 100,
        administratorTold: isTold(administration),
        staffTold: isTold(page),
        read: page.status,
        save: save.status,
        importing: importing.status,
        formKept: form.status === 503 && form.body.includes(supportId) && form.body.includes("ringer"),
      });
    }
    await filler.fillTo(1);
    const write = async (id: string) => staff.as.barnetsPlan.recordSupport({ childId, ...longSupport(id) });
    const onFull = await writeUntilRefused(write);
    await filler.free();
    const port = Number(new URL(server.adminUrl).port);
    if (!(await answersAgain(admin.sql))) server = await startEmbedded({ dataFolder, port });
    await pause(3 * WATCH_MS);
    const ids = [...supports, ...onFull.acknowledged];
    const [row] = await admin.sql<{ n: number }[]>`
      select count(*)::int as n from support where id = any(${ids}::uuid[])`;
    const actor = { type: "system", kommunCode: KOMMUN, job: "verify-log" } as const;
    const log = await job.transaction(actor, ({ sql }) => verifyKommun(sql, KOMMUN, null), {
      snapshot: true,
    });
    const again = await app.post(
      `/barn/${childId}/stod/nytt`,
      session,
      aSupport(crypto.randomUUID(), "Nu finns plats"),
    );
    return {
      stages,
      onFull: { acknowledged: ids.length, refusals: onFull.refusals },
      stored: row?.n ?? Number.NaN,
      brokenChains: log.faults.length,
      savedAgain: again.status,
      loggedStates: [...app.log().matchAll(/"diskState":"([a-z_]+)"/g)].map(([, state]) => `${state}`),
      seconds: Math.round((performance.now() - started) / 100) / 10,
    };
  } finally {
    await app.stop();
    await Promise.all([admin.close(), database.close(), job.close()]);
    await server.stop();
  }
}

const isTold = ({ body }: Answer) =>
  body.includes("Disken som databasen") || body.includes("disken är nästan full");

const support = { area: "fritid", kind: "annat", givenBy: "Fritidsgården", status: "pagaende" } as const;

const aSupport = (supportId: string, description: string): Record<string, string> => ({
  ...support,
  supportId,
  description,
  startsOn: "2026-03-01",
});

/** Of letters that do not compress, so that the disk feels it. */
const longSupport = (supportId: string) => ({
  ...support,
  supportId,
  description: Array.from({ length: 50 }, () => crypto.randomUUID()).join(" "),
  startsOn: "2026-03-01",
  endsOn: null,
});

const REFUSALS = 8;
const MOST_WRITES = 20_000;

async function writeUntilRefused(
  write: (id: string) => Promise<void>,
): Promise<{ acknowledged: string[]; refusals: Record<string, number> }> {
  const acknowledged: string[] = [];
  const refusals: Record<string, number> = {};
  let refused = 0;
  const loop = async () => {
    while (refused < REFUSALS && acknowledged.length < MOST_WRITES) {
      const id = crypto.randomUUID();
      try {
        await write(id);
        acknowledged.push(id);
      } catch (error) {
        refused += 1;
        const known = findKnown(error);
        const reason = known === undefined ? String(error) : `${known.code} ${known.detail.reason}`;
        refusals[reason] = 1 + (refusals[reason] ?? 0);
      }
    }
  };
  await Promise.all([loop(), loop(), loop(), loop()]);
  return { acknowledged, refusals };
}

/** Whether it comes back by itself: a server that found no room to recover in has ended. */
async function answersAgain(sql: ReturnType<typeof openDatabase>["sql"]): Promise<boolean> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const isThere = await sql`select 1`.then(
      () => true,
      () => false,
    );
    if (isThere) return true;
    await pause(100);
  }
  return false;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
