import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { compareChild, DEFAULT_RULES } from "@kompassen/domain/follow-up";
import { COMPARISON_COLUMNS, toComparisonRow } from "@kompassen/domain/history";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadHistory } from "../history/index.ts";
import { aKommun, type TestKommun } from "../testing/a-kommun.ts";
import { acceptedOf, golden, importAsJob, textFile } from "./files.test-support.ts";

const KOMMUN = "9101";
let database: TestDatabase;
let kommun: TestKommun;
let responsible: string;

const request = () => ({
  history: textFile(golden("history.csv")),
  equivalence: textFile(golden("equivalence.csv")),
  register: true,
  unitCode: "skola-1",
  responsible,
});

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, KOMMUN);
  responsible = `test:${(await kommun.person("Ansvarig", "stodsamordnare")).id}`;
});
afterAll(() => database?.close());

/** The comparisons as they come out of the database, under the file's own ids. */
async function compareStored(): Promise<string[]> {
  const { admin } = database;
  const children = await admin<{ id: string; source_key: string }[]>`
    select id, source_key from child where kommun_code = ${KOMMUN} order by source_key collate "C"`;
  const compasses = await admin<{ id: string; source_key: string }[]>`
    select id, source_key from compass where kommun_code = ${KOMMUN}`;
  const keyOf = new Map(compasses.map(({ id, source_key }) => [id, source_key]));
  const actor = { type: "system", kommunCode: KOMMUN, job: "test" } as const;
  return database.job.transaction(actor, async (tx) => {
    const lines: string[] = [];
    for (const { id, source_key } of children) {
      const history = await loadHistory(tx, id);
      for (const series of compareChild(history, DEFAULT_RULES, history.equivalences)) {
        for (const comparison of series.comparisons) {
          const row = toComparisonRow(source_key, series, comparison);
          const compass_id = keyOf.get(row.compass_id) ?? "";
          const previous_compass_id = keyOf.get(row.previous_compass_id) ?? "";
          const cells = { ...row, compass_id, previous_compass_id };
          lines.push(COMPARISON_COLUMNS.map((column) => cells[column]).join(","));
        }
      }
    }
    return lines;
  });
}

describe("the golden history", () => {
  it("compares after the import as the file itself does", async () => {
    const summary = acceptedOf(await importAsJob(database, KOMMUN, request()));
    expect(summary.rows).toBe(499);
    expect(summary.children).toEqual({ new: 64, known: 0 });
    expect(await compareStored()).toEqual(golden("expected.csv").trimEnd().split("\n").slice(1));
  });

  it("is adopted beside the form that already has the name, without text", async () => {
    const versions = await database.admin`
      select instrument, version, text_status from instrument_version
       where kommun_code = ${KOMMUN} order by number`;
    expect(versions.map((row) => `${row.instrument} ${row.version}: ${row.text_status}`)).toEqual([
      "samtalsunderlag 1: placeholder",
      "skattningsformular 1: placeholder",
      "skattningsformular 1 (fil): without_text",
      "skattningsformular 3: without_text",
      "skattningsformular 2: without_text",
      "samtalsunderlag 2: without_text",
    ]);
  });

  it("changes nothing the second time, and says so", async () => {
    const before = await countRows();
    const summary = acceptedOf(await importAsJob(database, KOMMUN, request()));
    expect(summary.isChange).toBe(false);
    expect(summary.children).toEqual({ new: 0, known: 64 });
    expect(summary.assessments.new).toBe(0);
    expect(await countRows()).toEqual(before);
  });

  it("raises the signals of each area's latest round alone", async () => {
    const expected = golden("expected.csv")
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","));
    const assessed = golden("history.csv")
      .trimEnd()
      .split("\n")
      .map((line) => line.split(","));
    const isLatest = ([child, , area, compass]: string[]) => {
      const ofArea = assessed.filter((cells) => cells[0] === child && cells[8] === area);
      const last = ofArea.toSorted((a, b) => ((a[2] ?? "") < (b[2] ?? "") ? -1 : 1)).at(-1);
      return last?.[1] === compass;
    };
    const raised = new Set(
      expected
        .filter((cells) => isLatest(cells) && cells.at(-1) !== "")
        .map((cells) => `${cells[0]} ${cells[3]} ${cells[2]}`),
    );
    const stored = await database.admin`
      select c.source_key || ' ' || k.source_key || ' ' || s.area as key
        from signal s join child c on c.kommun_code = s.kommun_code and c.id = s.child_id
        join compass k on k.kommun_code = s.kommun_code and k.id = s.compass_id
       where s.kommun_code = ${KOMMUN}`;
    expect(new Set(stored.map(({ key }) => String(key)))).toEqual(raised);
  });
});

async function countRows(): Promise<Record<string, number>> {
  const tables = ["child", "child_relation", "compass", "assessment", "area_thought", "signal", "guardian"];
  const counts = tables.map(async (table) => {
    const [row] = await database.admin`
      select count(*)::int as count from ${database.admin(table)} where kommun_code = ${KOMMUN}`;
    return [table, Number(row?.count)] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}
