import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { takeUpLooks } from "@kompassen/api/log-review";
import { startSession } from "@kompassen/api/session";
import { aKommun } from "@kompassen/api/testing";
import { freePort, startEmbedded } from "@kompassen/db/embedded";
import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { type LocalDate, todayInSweden } from "@kompassen/domain/shared";
import { latestEndedQuarters, spanOfQuarter } from "@kompassen/domain/statistics";
import { makeDraft } from "../release/make-draft.ts";
import { serveWorld } from "../release/served-world.test-support.ts";
import { ensureDashboardBuilt } from "../start/build-dashboard.ts";
import { publishHeads } from "../verify-log/publish-heads.ts";
import { type Browser, openBrowser } from "./browser.test-support.ts";
import {
  type Canaries,
  type Escaped,
  findEscaped,
  hatchCanaries,
  type Surface,
} from "./canary.test-support.ts";
import { type PlantedChild, plantChild, plantFailures, plantFiles } from "./plant-canaries.test-support.ts";
import { keptByCaches, readTables, surfacesOf } from "./surfaces.test-support.ts";

const KOMMUN = "9320";
const CHILDREN = 4;

export interface CanaryResult {
  readonly planted: number;
  /** Canaries that stand on the child's own pages or in the child's own rows, as they should. */
  readonly kept: number;
  readonly surfaces: number;
  readonly characters: number;
  readonly escaped: readonly Escaped[];
  readonly cached: readonly string[];
  /** A leak of each kind that was made on purpose, and whether it was found. */
  readonly controls: Readonly<Record<string, boolean>>;
  readonly seconds: number;
}

/**
 * Plants canaries in all that can be written of a child, through the running product, asks for every page as everybody,
 * and searches everything that is not the child's own: logs of server and database, addresses, titles, refusals,
 * tables, published files.
 */
export async function searchCanaries(build: string): Promise<CanaryResult> {
  const started = performance.now();
  const folder = await mkdtemp(path.join(tmpdir(), "kompassen-canary-"));
  const server = await startEmbedded({
    dataFolder: folder,
    settings: ["fsync=off", "logging_collector=on", "log_directory=log", "log_min_messages=debug1"],
  });
  const given = process.env.TEST_DATABASE_URL;
  process.env.TEST_DATABASE_URL = server.adminUrl;
  const database = await openTestDatabase().finally(() => {
    if (given === undefined) delete process.env.TEST_DATABASE_URL;
    else process.env.TEST_DATABASE_URL = given;
  });
  let isOpen = true;
  const close = async () => {
    if (!isOpen) return;
    isOpen = false;
    await database.close();
    await server.stop();
  };
  try {
    const canaries = hatchCanaries();
    const { seen, own, serverLog } = await useProduct(build, database, canaries);
    const published = await publishOutside(database, path.join(folder, "heads"));
    await makeRelease(database);
    const surfaces: Surface[] = [
      ...seen.flatMap(surfacesOf),
      ...own,
      ...(await readTables(database)),
      ...published,
      { name: "log of the server", text: serverLog },
    ];
    const kept = await countKept(database, canaries);
    const controls = await leakOnPurpose(database, canaries, surfaces);
    await close();
    surfaces.push(...(await readServerLog(path.join(folder, "postgres/log"))));
    return {
      planted: canaries.planted.size,
      kept,
      surfaces: surfaces.length,
      characters: surfaces.reduce((sum, { text }) => sum + text.length, 0),
      escaped: findEscaped(surfaces, canaries),
      cached: keptByCaches(seen),
      controls,
      seconds: Math.round((performance.now() - started) / 1000),
    };
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function useProduct(build: string, database: TestDatabase, canaries: Canaries) {
  const kommun = await aKommun(database, KOMMUN);
  const port = await freePort();
  const world = await serveWorld(build, port, database);
  const today = todayInSweden(new Date());
  const login = async (...roles: Parameters<typeof kommun.person>[1][]): Promise<Browser> => {
    const { id } = await kommun.person("Siv", ...roles);
    const session = await startSession(database.app, {
      kommunCode: KOMMUN,
      personId: id,
      issuer: "test",
      acr: "loa3",
    });
    return openBrowser(`http://127.0.0.1:${port}`, session);
  };
  const browser = await login("stodsamordnare", "barnkontakt");
  const planting = { browser, canaries, unitId: kommun.unitId, today };
  const children: PlantedChild[] = [];
  for (let child = 0; child < CHILDREN; child += 1) children.push(await plantChild(planting));
  const [first] = children;
  if (first === undefined) throw new Error("no child");
  await plantFailures(planting, first);
  await plantFiles(planting);
  for (const child of children) for (const page of pagesOf(child)) await browser.get(page);
  await browser.get(`/barn?sok=${first.caseNumber}`);
  const others = await Promise.all(
    (
      [
        "styrgrupp",
        "statistikansvarig",
        "loggranskare",
        "dataskyddsombud",
        "administrator",
        "stodsamordnare",
      ] as const
    ).map((role) => login(role)),
  );
  await reviewLog(database, today);
  for (const other of others)
    for (const page of [
      "/",
      "/barn",
      "/team",
      "/statistik",
      "/logg",
      "/gallring",
      "/administration",
      ...pagesOf(first),
    ])
      await other.get(page);
  const serverLog = await world.stop();
  const strangers = others.flatMap(({ seen }) => seen);
  // To those who have nothing to do with the child, the whole of every answer is a surface.
  const own = strangers.map(({ method, address, body }) => ({
    name: `${method} ${address}, to others`,
    text: body,
  }));
  return { seen: [...browser.seen, ...strangers], own, serverLog };
}

function pagesOf({ childId, compassId, supportId, eventId }: PlantedChild): string[] {
  const pages = [
    "behovskompass",
    "stod",
    `stod/${supportId}`,
    `stod/handelse/${eventId}`,
    "samtycke",
    "samtycke/svar",
    "individuellt-barnteam",
    "uppgifter",
    "uppgifter/barnet",
    "uppgifter/avsluta",
    "uppgifter/overlamna",
    "uppfoljning",
    "delningar",
    `samtal/${compassId}`,
    "behovskompass/__data.json",
  ];
  return ["/barn", ...pages.map((page) => `/barn/${childId}/${page}`)];
}

async function reviewLog({ job }: TestDatabase, today: LocalDate): Promise<void> {
  await job.transaction({ type: "system", kommunCode: KOMMUN, job: "review-log" }, (tx) =>
    takeUpLooks(tx, today),
  );
}

async function publishOutside({ job }: TestDatabase, folder: string): Promise<Surface[]> {
  await publishHeads(job, folder, new Date());
  return readFiles(folder);
}

/** What is counted of all children, sealed and waiting to be released. */
async function makeRelease({ job, admin }: TestDatabase): Promise<void> {
  const today = todayInSweden(new Date());
  const [ended] = latestEndedQuarters(today, 1);
  if (ended === undefined) throw new Error("no quarter has ended");
  const { from } = spanOfQuarter(ended);
  await admin.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`update process_step set registered_on = ${from}, occurred_on = ${from}`;
  });
  await makeDraft(job, { kommunCode: KOMMUN, periods: [ended], requestedBy: null, today }, () => {});
}

const readServerLog = (folder: string) => readFiles(folder);

async function readFiles(folder: string): Promise<Surface[]> {
  const names = await readdir(folder);
  return Promise.all(
    names.map(async (name) => ({
      name: `file ${name}`,
      text: await readFile(path.join(folder, name), "utf8"),
    })),
  );
}

/** How many canaries lie in the child's own rows: those that were refused lie nowhere. */
async function countKept({ admin }: TestDatabase, { planted }: Canaries): Promise<number> {
  const [row] = await admin<{ text: string }[]>`
    select concat_ws(' ', (select string_agg(t::text, ' ') from child t), (select string_agg(t::text, ' ') from guardian t),
      (select string_agg(t::text, ' ') from assessment_comment t), (select string_agg(t::text, ' ') from conversation t),
      (select string_agg(t::text, ' ') from support t), (select string_agg(t::text, ' ') from life_event t),
      (select string_agg(t::text, ' ') from consent t), (select string_agg(t::text, ' ') from assessment t)) as text`;
  const text = row?.text.toLowerCase() ?? "";
  return [...planted.keys()].filter((word) => text.includes(word)).length;
}

/** Leaks of every kind, made on purpose: the search must find each. */
async function leakOnPurpose(
  database: TestDatabase,
  canaries: Canaries,
  surfaces: readonly Surface[],
): Promise<Record<string, boolean>> {
  const word = [...canaries.planted.keys()][0] ?? "";
  const isFound = (found: readonly Surface[]) => findEscaped(found, canaries).length > 0;
  const page = (changed: Partial<Parameters<typeof surfacesOf>[0]>) =>
    surfacesOf({
      address: "/barn",
      method: "GET",
      status: 200,
      headers: new Headers(),
      body: "",
      ...changed,
    });
  await database.admin`
    insert into session (token_hash, kommun_code, person_id, expires_at)
    select ${word}, kommun_code, id, now() from person limit 1`;
  const tables = await readTables(database);
  await database.admin`delete from session where token_hash = ${word}`;
  const log = surfaces.find(({ name }) => name === "log of the server");
  return {
    "a row of another table": isFound(tables),
    "a line of the log": isFound([{ name: "log", text: `${log?.text}{"msg":"${word}"}` }]),
    "a redirect": isFound(page({ status: 303, headers: new Headers({ location: `/barn/${word}` }) })),
    "a link": isFound(page({ body: `<a href="/barn?namn=${word}">` })),
    "a title": isFound(page({ body: `<title>${word} – Kompassen</title>` })),
    "a refusal": isFound(
      page({ address: "/trpc/people.getChild", status: 500, body: `{"message":"${word}"}` }),
    ),
  };
}

/** `node apps/kompass/src/canary/canary-run.test-support.ts`: prints the result as JSON; fails when one has escaped. */
if (import.meta.main) {
  const result = await searchCanaries(await ensureDashboardBuilt((text) => process.stderr.write(text)));
  process.stdout.write(`${JSON.stringify(result, null, 1)}\n`);
  const isTight = result.escaped.length === 0 && Object.values(result.controls).every(Boolean);
  process.exitCode = isTight ? 0 : 1;
}
