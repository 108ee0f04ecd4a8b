import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { localDate } from "@kompassen/domain/shared";
import { quarter, type ReleaseCell, type StatisticsCell } from "@kompassen/domain/statistics";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approveDraft, requestDraft, withdrawDraft } from "../release/index.ts";
import { aKommun, type TestKommun } from "../testing/a-kommun.ts";
import { type CreatedDraft, createDraft, verifyDraft } from "./index.ts";

const KOMMUN = "9106";
const TODAY = localDate("2025-01-15");
const JOB = { type: "system", kommunCode: KOMMUN, job: "release" } as const;

let database: TestDatabase;
let kommun: TestKommun;
const units = new Map<string, string>();
let officer: string;

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, KOMMUN);
  const { admin } = database;
  officer = (await kommun.person("Solumi", "statistikansvarig")).id;
  const [norr, soder] = [crypto.randomUUID(), crypto.randomUUID()];
  await admin`
    insert into omrade (kommun_code, id, name) values (${KOMMUN}, ${norr}, 'Norr'), (${KOMMUN}, ${soder}, 'Söder')`;
  for (const [code, omrade] of [
    ["A", norr],
    ["B", norr],
    ["C", soder],
    ["D", soder],
  ] as const) {
    const id = crypto.randomUUID();
    units.set(code, id);
    await admin`
      insert into unit (kommun_code, id, code, name, kind, omrade_id)
      values (${KOMMUN}, ${id}, ${code}, ${code}, 'grundskola', ${omrade})`;
  }
  await steps("A", 12, "barnsamtal", "2024-02-01");
  await steps("B", 8, "barnsamtal", "2024-02-01");
  await steps("C", 3, "barnsamtal", "2024-02-01");
  await steps("A", 23, "barnteam", "2024-02-01");
  await steps("A", 20, "beslut", "2024-02-01", "stod_egen_verksamhet");
  await steps("B", 3, "beslut", "2024-02-01", "barnteam");
  await steps("B", 6, "barnsamtal", "2024-05-01");
});
afterAll(() => database.close());

/** So many children, each with one step; answers their ids. */
async function steps(
  unit: string,
  count: number,
  kind: string,
  day: string,
  detail: string | null = null,
): Promise<string[]> {
  const unitId = units.get(unit) ?? "";
  const ids = Array.from({ length: count }, () => crypto.randomUUID());
  await database.admin`
    insert into child (kommun_code, id, case_number, given_name, family_name, unit_id, registered_on)
    select ${KOMMUN}, id, 'B-' || id, '', '', ${unitId}, '2023-01-01' from unnest(${ids}::uuid[]) id`;
  await database.admin`
    insert into process_step (kommun_code, child_id, kind, id, detail, unit_id, age_group, registered_on, occurred_on, source)
    select ${KOMMUN}, id, ${kind}, id, ${detail}, ${unitId}, '7-12', ${day}::date, ${day}::date, 'import'
      from unnest(${ids}::uuid[]) id`;
  return ids;
}

async function make(...periods: string[]): Promise<CreatedDraft & { draftId: string }> {
  const draftId = crypto.randomUUID();
  await database.job.transaction(JOB, (tx) =>
    requestDraft(tx, { draftId, periods: periods.map(quarter), requestedBy: null, today: TODAY }),
  );
  return { draftId, ...(await createDraft({ ...SETTINGS, database: database.job, draftId })) };
}

const SETTINGS = {
  kommunCode: KOMMUN,
  today: TODAY,
  codeVersion: "test",
  clock: () => 0,
  onProgress: () => {},
};

const asOfficer = <T>(work: Parameters<typeof database.job.transaction<T>>[1]) =>
  database.job.transaction({ type: "person", kommunCode: KOMMUN, personId: officer }, work);

function cellsOf(draft: CreatedDraft): ReleaseCell[] {
  return JSON.parse(draft.release.document).cells;
}

function cell(
  draft: CreatedDraft,
  metric: string,
  unit: string,
  period = "2024Q1",
): StatisticsCell | undefined {
  return cellsOf(draft).find(
    (one) => one.metric === metric && one.unit === unit && one.period === period && one.ageGroup === "alla",
  )?.cell;
}

const shown = (value: number) => ({ status: "published", value });

describe("a release, from first draft to the end of the year", () => {
  let first: CreatedDraft & { draftId: string };

  it("shows what is true, zeros included, and hides three children of one school", async () => {
    first = await make("2024Q1");
    expect(cell(first, "barnsamtal", "C")).toEqual({ status: "protected" });
    expect(cell(first, "barnsamtal", "omrade-soder")).toEqual({ status: "protected" });
    expect(cell(first, "barnsamtal", "D")).toEqual(shown(0));
    expect(cell(first, "barnteam", KOMMUN)).toEqual(shown(23));
    expect(cell(first, "barnteam", "A")).toBeUndefined();
    const trueOf: Record<string, number> = { A: 12, B: 8, "omrade-norr": 20, [KOMMUN]: 23 };
    for (const [unit, value] of Object.entries(trueOf)) {
      const found = cell(first, "barnsamtal", unit);
      if (found?.status === "published") expect(found.value, unit).toBe(value);
    }
  });

  it("leaves no way to reckon what is hidden: of a total and all its other parts one is hidden too", () => {
    const total = cell(first, "barnsamtal", KOMMUN)?.status;
    expect([total, cell(first, "barnsamtal", "omrade-norr")?.status]).toContain("protected");
    expect(cell(first, "beslut_barnteam", KOMMUN)).toEqual({ status: "protected" });
    const others = ["beslut", "beslut_stod_egen_verksamhet"].map(
      (metric) => cell(first, metric, KOMMUN)?.status,
    );
    expect(others).toContain("protected");
    expect(first.release.summary.exactDisclosures).toBe(0);
  });

  it("tells the officer what each hidden cell holds and why, and the document nothing of it", () => {
    const cells = cellsOf(first);
    const at = cells.findIndex(
      (one) => one.metric === "barnsamtal" && one.unit === "C" && one.ageGroup === "alla",
    );
    expect(first.release.truth[at]).toEqual({ value: 3, why: "primary" });
    for (const [i, one] of cells.entries()) {
      expect(first.release.truth[i] === null).toBe(one.cell.status !== "protected");
      if (one.cell.status === "protected") expect(Object.keys(one.cell)).toEqual(["status"]);
    }
  });

  it("is byte-identical when it is made again", async () => {
    await asOfficer((tx) => withdrawDraft(tx, first.draftId));
    const again = await make("2024Q1");
    expect(again.release.document).toBe(first.release.document);
    expect(again.sha256).toBe(first.sha256);
    await asOfficer((tx) => approveDraft(tx, again));
  });

  it("is not changed by a late registration or a purge, and binds what comes after", async () => {
    await steps("C", 4, "barnsamtal", "2024-03-31");
    await database.admin`delete from process_step where kind = 'barnsamtal' and unit_id = ${units.get("B") ?? ""} and registered_on = '2024-02-01'`;
    const second = await make("2024Q2");
    const verified = await database.job.transaction(JOB, (tx) => verifyDraft(tx, second.draftId));
    expect(verified.failures).toEqual([]);
    await asOfficer((tx) => approveDraft(tx, second));
    const [row] = await database.admin`select document from statistics.release where id = ${first.releaseId}`;
    expect(row?.document).toBe(first.release.document);
    const [proof] = await database.admin`
      select certificate from sealed.release_series where draft_id = ${second.draftId} and series = 'uptake/barnsamtal/2024'`;
    const counts = new Map(
      proof?.certificate.counts.map(([codes, count]: [string[], number]) => [codes.join(), count]),
    );
    expect(counts.get("B,7-12,2024Q1,alla")).toBe(8);
    expect(counts.get("C,7-12,2024Q1,alla")).toBe(3);
  });

  it("counts the follow-ups whose planned day passed in the quarter, as late", async () => {
    await database.admin`
      update child set next_follow_up_on = '2024-08-15'
       where kommun_code = ${KOMMUN} and id in (select child_id from process_step where kind = 'barnteam' limit 7)`;
    const draft = await make("2024Q3");
    expect(cell(draft, "uppfoljning_forsenad", KOMMUN, "2024Q3")).toEqual(shown(7));
    await asOfficer((tx) => withdrawDraft(tx, draft.draftId));
  });

  it("ends in a year that is the sum of the quarters as they were released", async () => {
    const third = await make("2024Q3", "2024Q4");
    expect(JSON.parse(third.release.document).periods).toEqual(["2024Q3", "2024Q4", "2024"]);
    const [proof] = third.release.series.filter(({ series }) => series === "uptake/barnsamtal/2024");
    expect(JSON.stringify(proof?.certificate)).toContain('"2024"');
    const year = cell(third, "barnteam", KOMMUN, "2024");
    expect(year).toEqual(shown(23));
    // 12 + 8 + 3 in the first quarter as released, 6 in the second; the four that came late are in none.
    const index = cellsOf(third).findIndex(
      (one) =>
        one.metric === "barnsamtal" &&
        one.unit === KOMMUN &&
        one.period === "2024" &&
        one.ageGroup === "alla",
    );
    const found = cellsOf(third)[index]?.cell;
    const value = found?.status === "published" ? found.value : third.release.truth[index]?.value;
    expect(value).toBe(29);
  });

  it("refuses a quarter that is released, one out of order, and one that has not ended", async () => {
    await database.admin`update sealed.release_draft set state = 'withdrawn' where state = 'draft'`;
    await expect(make("2024Q1")).rejects.toMatchObject({
      detail: { faults: [{ expected: "not_released" }] },
    });
    await expect(make("2023Q4")).rejects.toMatchObject({ detail: { faults: [{ expected: "in_order" }] } });
    await expect(make("2025Q1")).rejects.toMatchObject({ detail: { faults: [{ expected: "ended" }] } });
  });

  it("is one at a time", async () => {
    await make("2024Q3");
    await expect(make("2024Q4")).rejects.toMatchObject({ detail: { reason: "release_on_its_way" } });
  });
});
