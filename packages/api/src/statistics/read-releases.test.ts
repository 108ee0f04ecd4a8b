import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { localDate } from "@kompassen/domain/shared";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDraft } from "../release-making/index.ts";
import { aKommun, type Caller, type TestKommun } from "../testing/a-kommun.ts";
import { readLatest } from "./read-releases.ts";

const KOMMUN = "9107";

let database: TestDatabase;
let kommun: TestKommun;
let maker: Caller;
let approver: Caller;
let leader: Caller;

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, KOMMUN);
  maker = (await kommun.person("Solumi", "statistikansvarig")).as;
  approver = (await kommun.person("Rikumi", "statistikansvarig")).as;
  leader = (await kommun.person("Viliske", "styrgrupp")).as;
  const { admin } = database;
  for (const [code, children, day] of [
    ["barnsamtal", 7, "2024-02-01"],
    ["barnsamtal", 9, "2024-05-01"],
    ["barnteam", 3, "2024-02-01"],
  ] as const) {
    const ids = Array.from({ length: children }, () => crypto.randomUUID());
    await admin`
      insert into child (kommun_code, id, case_number, given_name, family_name, unit_id, registered_on)
      select ${KOMMUN}, id, 'B-' || id, '', '', ${kommun.unitId}, '2023-01-01' from unnest(${ids}::uuid[]) id`;
    await admin`
      insert into process_step (kommun_code, child_id, kind, id, unit_id, age_group, registered_on, occurred_on, source)
      select ${KOMMUN}, id, ${code}, id, ${kommun.unitId}, '7-12', ${day}::date, ${day}::date, 'import'
        from unnest(${ids}::uuid[]) id`;
  }
});
afterAll(() => database.close());

/** As the job does that waits for such requests. */
async function makeWaiting(draftId: string): Promise<void> {
  await createDraft({
    database: database.job,
    kommunCode: KOMMUN,
    draftId,
    today: localDate("2025-01-15"),
    codeVersion: "test",
    clock: () => 0,
    onProgress: () => {},
  });
}

async function release(period: string): Promise<string> {
  const draftId = crypto.randomUUID();
  await maker.release.requestDraft({ draftId, periods: [period] });
  await makeWaiting(draftId);
  const { draft } = await approver.release.getDraft({ draftId });
  expect(draft.mayApprove).toBe(true);
  const { releaseId } = await approver.release.approveDraft({ draftId, sha256: draft.sha256 ?? "" });
  return releaseId;
}

describe("the way of a release", () => {
  it("goes from one officer by a job to another officer, and only then to the steering group", async () => {
    const draftId = crypto.randomUUID();
    await maker.release.requestDraft({ draftId, periods: ["2024Q1"] });
    await makeWaiting(draftId);
    expect(await leader.statistics.getLatest({})).toBeNull();
    const { draft, cells } = await maker.release.getDraft({ draftId });
    expect(draft).toMatchObject({ state: "draft", requestedBy: "Solumi Test", mayApprove: false });
    const hidden = cells.find(({ metric, ageGroup }) => metric === "barnteam" && ageGroup === "alla");
    expect(hidden).toMatchObject({ cell: { status: "protected" }, hidden: { value: 3, why: "primary" } });
    const own = maker.release.approveDraft({ draftId, sha256: draft.sha256 ?? "" });
    await expect(own).rejects.toMatchObject({ cause: { code: "closed", detail: { reason: "same_person" } } });
    await approver.release.approveDraft({ draftId, sha256: draft.sha256 ?? "" });
    const latest = await leader.statistics.getLatest({});
    expect(latest?.head).toMatchObject({
      id: "kompass-9107-2024Q1-1",
      approvedBy: "Rikumi Test",
      sha256: draft.sha256,
    });
    expect(latest?.cells).toHaveLength(latest?.head.cellCount ?? -1);
  });

  it("is closed to everybody else: to them nothing is there", async () => {
    const draftId = crypto.randomUUID();
    const [row] = await database.admin`select id from sealed.release_draft limit 1`;
    const others = (await kommun.person("Anuri", "barnkontakt", "administrator")).as;
    for (const call of [
      () => leader.release.listDrafts(),
      () => leader.release.getDraft({ draftId: row?.id }),
      () => leader.release.requestDraft({ draftId, periods: ["2024Q2"] }),
      () => leader.release.approveDraft({ draftId: row?.id, sha256: "0".repeat(64) }),
      () => others.statistics.getLatest({}),
      () => others.statistics.listReleases(),
      () => leader.statistics.getRelease({ releaseId: "kompass-9001-2024Q1-1" }),
    ])
      await expect(call()).rejects.toMatchObject({ cause: { code: "not_found" } });
  });

  it("stands in the log of each officer, without a child", async () => {
    const rows = await database.admin`
      select verb, actor_kind, child_alias, child_aliases from audit_log where kommun_code = ${KOMMUN} and purpose = 'statistik'`;
    expect(new Set(rows.map(({ verb }) => verb))).toEqual(
      new Set(["release.requestDraft", "release.createDraft", "release.getDraft", "release.approveDraft"]),
    );
    const namesNone = rows.every(
      ({ child_alias, child_aliases }) => child_alias === null && (child_aliases ?? []).length === 0,
    );
    expect(namesNone).toBe(true);
  });
});

describe("what a steering group reads", () => {
  it("carries no number where a cell is protected", async () => {
    const latest = await leader.statistics.getLatest({});
    const hidden = latest?.cells.filter(({ cell }) => cell.status === "protected") ?? [];
    expect(hidden.length).toBeGreaterThan(0);
    for (const { cell } of hidden) expect(Object.keys(cell)).toEqual(["status"]);
    expect(JSON.stringify(latest)).not.toContain("truth");
  });

  it("is the part that is asked for", async () => {
    const part = { tables: ["uptake"], levels: ["kommun"] } as const;
    const latest = await leader.statistics.getLatest({ tables: [...part.tables], levels: [...part.levels] });
    expect(new Set(latest?.cells.map(({ unit }) => unit))).toEqual(new Set([KOMMUN]));
    expect((await leader.statistics.getLatest({ tables: ["change"] }))?.cells).toEqual([]);
  });

  it("can be set beside an earlier release", async () => {
    const laterId = await release("2024Q2");
    const earlierId = "kompass-9107-2024Q1-1";
    const { pairs } = await leader.statistics.compareReleases({ earlierId, laterId });
    const total = pairs.find(
      ({ metric, unit, ageGroup, periodKind }) =>
        metric === "barnsamtal" && unit === KOMMUN && ageGroup === "alla" && periodKind === "quarter",
    );
    expect(total?.earlier).toEqual({ period: "2024Q1", cell: { status: "published", value: 7 } });
    expect(total?.later).toEqual({ period: "2024Q2", cell: { status: "published", value: 9 } });
    expect((await leader.statistics.listReleases()).map(({ id }) => id)).toEqual([laterId, earlierId]);
    expect((await leader.statistics.listSeries({ tables: ["uptake"] })).map(({ head }) => head.id)).toEqual([
      earlierId,
      laterId,
    ]);
  });

  it("comes by one query", async () => {
    let queries = 0;
    const counting = {
      ...database.statistics,
      transaction: ((actor, work) =>
        database.statistics.transaction(actor, (tx) => {
          const sql = new Proxy(tx.sql, {
            apply: (target, self, args) => {
              // Fragments inside a query are made by the same call.
              if (Array.isArray(args[0]) && String(args[0][0]).trimStart().startsWith("select")) queries += 1;
              return Reflect.apply(target, self, args);
            },
          });
          return work({ ...tx, sql });
        })) as typeof database.statistics.transaction,
    };
    const signedIn = {
      kommunCode: KOMMUN,
      personId: crypto.randomUUID(),
      name: "",
      title: "",
      roles: [],
      steppedUpAt: null,
    };
    await readLatest({ statistics: counting, signedIn }, {});
    expect(queries).toBe(1);
  });
});
