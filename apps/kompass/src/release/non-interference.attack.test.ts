import type { DraftPreview } from "@kompassen/api/release";
import { startSession } from "@kompassen/api/session";
import { aReleasedTown, type ReleasedTown, randomSteps, type StepPile } from "@kompassen/api/testing";
import { freePort } from "@kompassen/db/embedded";
import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { printAttacks } from "@kompassen/disclosure/attack-line";
import { localDate } from "@kompassen/domain/shared";
import { quarter } from "@kompassen/domain/statistics";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ensureDashboardBuilt } from "../start/build-dashboard.ts";
import { type Answers, askApi, askFiles, askPages } from "./ask-everything.test-support.ts";
import { serveWorld } from "./served-world.test-support.ts";
import { addRatedChildren, addReaders, READERS, truthOf, witnessSteps } from "./two-worlds.test-support.ts";

const KOMMUN = "9141";
const QUARTERS = [quarter("2024Q1"), quarter("2024Q2")];
const PERIODS = ["2024Q1", "2024Q2"];
const LASAR_DAY = localDate("2024-05-06");

let [truth, witness]: TestDatabase[] = [];
let build: string;
let moved: number;
let releases: string[];
/** Cells that the method itself would have shown otherwise in the witness world. */
let otherwise: number;

beforeAll(async () => {
  build = await ensureDashboardBuilt(() => {});
  const steps = randomSteps(["A", "B", "C", "D", "E", "F", "G"], QUARTERS, 12);
  truth = await openTestDatabase();
  const town = await aReleasedTown(truth, KOMMUN);
  await town.addSteps(steps);
  await addRatedChildren(truth, town, 2, LASAR_DAY);
  await addReaders(truth, KOMMUN);
  for (const one of QUARTERS) await town.release(one);
  const stored = await town.stored();
  releases = [...stored.keys()];

  const world = await witnessSteps(truth, steps);
  moved = world.moved;
  witness = await openTestDatabase();
  const other = await aReleasedTown(witness, KOMMUN);
  await other.addSteps(world.steps);
  await addRatedChildren(witness, other, 4, LASAR_DAY);
  await addReaders(witness, KOMMUN);
  otherwise = await countOtherwise(witness, other, stored.get(releases[0] ?? "")?.document ?? "");
  for (const [id, { document }] of stored)
    await approveDocument(witness, other, {
      id,
      document,
      steps: world.steps,
      certificates: world.certificates,
    });
}, 300_000);
afterAll(async () => {
  await truth?.close();
  await witness?.close();
});

/** Makes the first release anew where the witness world is true, and throws it away. */
async function countOtherwise(
  { admin }: TestDatabase,
  town: ReleasedTown,
  document: string,
): Promise<number> {
  const { release } = await town.makeDraft(QUARTERS.slice(0, 1));
  await admin`update sealed.release_draft set state = 'withdrawn' where state = 'draft'`;
  const [made, published] = [release.document, document].map((text): unknown[] => JSON.parse(text).cells);
  return (made ?? []).filter((cell, i) => JSON.stringify(cell) !== JSON.stringify(published?.[i])).length;
}

interface SwappedRelease {
  readonly id: string;
  readonly document: string;
  readonly steps: readonly StepPile[];
  readonly certificates: ReadonlyMap<string, unknown>;
}

/** The same published document over the other truth, which is sealed with it; approved by the real verb. */
async function approveDocument(
  { admin }: TestDatabase,
  town: ReleasedTown,
  { id, document, steps, certificates }: SwappedRelease,
): Promise<void> {
  const draftId = crypto.randomUUID();
  const { periods } = JSON.parse(document);
  const rows = [...certificates].map(([series, certificate]) => ({ series, certificate }));
  const [draft] = await admin<{ sha256: string }[]>`
    insert into sealed.release_draft (kommun_code, id, state, periods, release_id, document, sha256, truth, audit)
    values (${KOMMUN}, ${draftId}, 'draft', ${periods}, ${id}, ${document},
            encode(sha256(convert_to(${document}, 'UTF8')), 'hex'),
            ${JSON.stringify(truthOf(document, steps))}::text::jsonb, '{}') returning sha256`;
  await admin`
    insert into sealed.release_series (kommun_code, draft_id, series, certificate, cells, audit)
    select ${KOMMUN}, ${draftId}, r.series, r.certificate, '[]', '{}'
      from json_to_recordset(${JSON.stringify(rows)}::text::json) as r (series text, certificate json)`;
  await town.approve({ draftId, sha256: draft?.sha256 ?? "" });
}

interface Collected {
  readonly pages: Answers;
  readonly files: Answers;
  readonly api: Answers;
  readonly log: string;
  /** What the hidden cells hold, by the sealed preview that the statistics officer alone sees. */
  readonly sealed: readonly (number | null)[];
  /** Rows of the log in the database that reading has left, without their times and hashes. */
  readonly audit: string;
  /** Everything the role of statistics can read. */
  readonly rows: string;
}

async function collect(database: TestDatabase, port: number): Promise<Collected> {
  const world = await serveWorld(build, port, database);
  const [pages, files, api]: Answers[] = [new Map(), new Map(), new Map()];
  const add = (to: Answers | undefined, from: Answers) => {
    for (const [name, answer] of from) to?.set(name, answer);
  };
  const sealed: (number | null)[] = [];
  for (const [role, personId] of READERS) {
    const session = await startSession(database.app, {
      kommunCode: KOMMUN,
      personId,
      issuer: "test",
      acr: "loa3",
    });
    const asking = { world, role, session, language: "sv" } as const;
    add(pages, await askPages(asking, releases, role === "styrgrupp" ? PERIODS : []));
    if (role === "styrgrupp") add(pages, await askPages({ ...asking, language: "en" }, releases, []));
    add(files, await askFiles(asking, releases));
    add(api, await askApi(asking, releases));
    if (role !== "statistikansvarig") continue;
    const drafts = await database.admin<{ id: string }[]>`
      select id from sealed.release_draft where state = 'approved' order by release_id`;
    for (const { id } of drafts) {
      const { body } = await world.ask("/trpc/release.getDraft", session, "sv", { draftId: id });
      const { cells }: DraftPreview = JSON.parse(Buffer.from(body, "latin1").toString("utf8")).result.data;
      sealed.push(...cells.map(({ hidden }) => (hidden === null ? null : hidden.value)));
    }
  }
  const log = await world.stop();
  const audit = await database.admin`
    select l.verb, l.purpose, l.fields, l.actor_kind, a.actor_id, l.child_alias from audit_log l
      left join audit_actor a on a.alias::text = l.actor
     where l.purpose = 'statistik' and l.verb like 'export.%' order by l.verb, a.actor_id, l.fields::text`;
  const actor = { type: "person", kommunCode: KOMMUN, personId: READERS[0][1] } as const;
  const rows = await database.statistics.transaction(actor, async ({ sql }) => [
    await sql`select * from statistics.release order by id`,
    await sql`select * from statistics.release_part order by release_id, table_name, level`,
    await sql`select pg_column_size(r.*), pg_column_size(r.head) from statistics.release r order by id`,
  ]);
  return {
    pages: pages ?? new Map(),
    files: files ?? new Map(),
    api: api ?? new Map(),
    log,
    sealed,
    audit: JSON.stringify(audit),
    rows: JSON.stringify(rows),
  };
}

/** What was answered otherwise, or in one of the worlds only, with the place where it begins to differ. */
function differences(a: Answers, b: Answers): string[] {
  const names = new Set([...a.keys(), ...b.keys()]);
  return [...names].flatMap((name) => {
    const [one = "", other = ""] = [a, b].map((answers) => JSON.stringify(answers.get(name)));
    if (one === other) return [];
    const at = [...one].findIndex((letter, i) => letter !== other[i]);
    return [`${name}: ${one.slice(at - 80, at + 40)} | ${other.slice(at - 80, at + 40)}`];
  });
}

const bytesOf = (answers: Answers) => [...answers.values()].reduce((sum, { body }) => sum + body.length, 0);

it("A12: no byte that a reader of statistics gets depends on a hidden number", async () => {
  if (truth === undefined || witness === undefined) throw new Error("two worlds");
  const port = await freePort();
  const [real, other] = [await collect(truth, port), await collect(witness, port)];
  const found = [
    ...(["pages", "files", "api"] as const).flatMap((part) => differences(real[part], other[part])),
    ...(["log", "audit", "rows"] as const).filter((part) => real[part] !== other[part]),
  ];
  for (const part of ["pages", "files", "api"] as const) {
    const statuses = Map.groupBy([...real[part].values()], ({ status }) => status);
    const counted = [...statuses].map(([status, answers]) => `${answers.length} x ${status}`).join(", ");
    console.log(`     compared ${real[part].size} ${part}, ${bytesOf(real[part])} bytes: ${counted}`);
  }
  const kinds = new Set(
    [...real.files.values()].map(({ headers }) => /"content-type","([^"]+)/.exec(headers)?.[1]),
  );
  console.log(`     of the kinds ${[...kinds].toSorted().join(" | ")}`);
  const headers = new Set(
    [...real.pages.values(), ...real.files.values(), ...real.api.values()].flatMap(({ headers: of }) =>
      (JSON.parse(of) as [string, string][]).map(([name]) => name),
    ),
  );
  console.log(`     headers compared: ${[...headers].toSorted().join(", ")}`);
  console.log(
    `     log lines compared: ${real.log.trim().split("\n").length}; rows of the audit log, rows and sizes of the schema statistics`,
  );
  console.log(
    `     the worlds differ in ${moved} counts and in six children's ratings; made anew the method would show ${otherwise} cells otherwise (minimality)`,
  );
  const secrets = real.sealed.filter((value, i) => value !== other.sealed[i]).length;
  const line = {
    attack: "A12",
    tried: `${real.pages.size + real.files.size + real.api.size} answers to ${READERS.length} roles in two worlds with the same published cells`,
    disclosures: found.length,
    control: "hidden numbers in the sealed preview of the statistics officer",
    broken: secrets,
  };
  expect(found.slice(0, 5)).toEqual([]);
  expect(moved).toBeGreaterThan(0);
  expect([...real.files.values()].every(({ status }) => status === 200)).toBe(true);
  expect(real.log).toContain("call failed");
  expect(printAttacks([line])).toBe(true);
}, 600_000);
