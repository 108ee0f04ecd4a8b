import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Area } from "@kompassen/domain/behovskompass";
import {
  COMPARABLE_LABELS,
  DEFAULT_RULES,
  FLAGS,
  followUpStatus,
  isComparable,
  type RaisedBy,
  REASONS,
  raiseSignals,
  type Series,
  SIGNALS,
} from "@kompassen/domain/follow-up";
import { type LocalDate, todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeBackup } from "../backup/index.ts";
import { openTestDatabase, type TestDatabase } from "../testing/index.ts";
import { compareLoadedChildren } from "./compare-loaded-children.ts";
import { type DemoSummary, isDemoMissing, loadDemo } from "./index.ts";
import { listInventedFamilyNames, listInventedGivenNames } from "./names/invented-name.ts";

const A_MINUTE = 60_000;
const now = new Date();
const today = todayInSweden(now);

let database: TestDatabase;
let summary: DemoSummary;
let wasMissing: boolean;

beforeAll(async () => {
  database = await openTestDatabase();
  wasMissing = await isDemoMissing(database.job);
  summary = await loadDemo({ database: database.job, now });
}, 5 * A_MINUTE);
afterAll(() => database.close());

test("loads two kommuner: nine hundred children at eighteen units, and a pilot of eight families", async () => {
  expect(summary.kommuner.map(({ kommunCode, children }) => [kommunCode, children])).toEqual([
    ["9001", 900],
    ["9002", 10],
  ]);
  const [places] = await database.admin`
    select (select count(*)::int from unit where kommun_code = '9001') as units,
           (select count(*)::int from omrade where kommun_code = '9001') as areas,
           (select count(*)::int from unit where kommun_code = '9002') as pilot_units,
           (select count(distinct name)::int from guardian where kommun_code = '9002' and ordinal = 1) as families`;
  expect(places).toEqual({ units: 18, areas: 4, pilot_units: 2, families: 8 });
});

test("is seen to be there, so that the next start leaves it alone", async () => {
  expect(wasMissing).toBe(true);
  expect(await isDemoMissing(database.job)).toBe(false);
  await expect(loadDemo({ database: database.job, now })).rejects.toThrow("already in this database");
});

test("is saved whole by a backup, which takes its rows slower than the database gives them", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "kompassen-saved-"));
  const options = { key: randomBytes(32), now };
  const { rows } = await writeBackup(database.adminUrl, path.join(folder, "demo.backup"), options);
  await rm(folder, { recursive: true });
  expect(rows).toBeGreaterThanOrEqual(summary.kommuner.reduce((sum, kommun) => sum + kommun.rows, 0));
});

test("gives the same rows, ids included, when it is loaded on the same day elsewhere", {
  timeout: 5 * A_MINUTE,
}, async () => {
  const other = await openTestDatabase();
  try {
    await loadDemo({ database: other.job, now });
    expect(await digestOf(other)).toEqual(await digestOf(database));
  } finally {
    await other.close();
  }
});

test("names nobody by a name that was not made up", async () => {
  const given = new Set(listInventedGivenNames());
  const family = new Set(listInventedFamilyNames());
  const people = await database.admin<{ name: string }[]>`
    select given_name || ' ' || family_name as name from child
    union select name from guardian union select given_name || ' ' || family_name from person`;
  const others = people.filter(({ name }) => {
    const [first = "", last = ""] = name.split(" ");
    return !given.has(first) || !family.has(last);
  });
  expect(others).toEqual([]);
});

describe("over the rows of 9001", () => {
  let children: Map<string, Series[]>;
  beforeAll(async () => {
    children = await compareLoadedChildren(database.admin);
  }, A_MINUTE);

  test("every label, reason, flag and signal of the follow-up rules is there", () => {
    const comparisons = [...children.values()].flat().flatMap((series) => series.comparisons);
    const comparable = comparisons.filter(isComparable);
    const reasons = comparisons.flatMap((one) => (isComparable(one) ? [] : [one.reason]));
    expect(new Set(comparable.map(({ label }) => label))).toEqual(new Set(COMPARABLE_LABELS));
    expect(new Set(reasons)).toEqual(new Set(REASONS));
    expect(new Set(comparable.flatMap(({ flags }) => flags))).toEqual(new Set(FLAGS));
    expect(new Set(comparable.flatMap(({ signals }) => signals))).toEqual(new Set(SIGNALS));
    expect(new Set(comparable.map(({ concernBasis }) => concernBasis))).toEqual(
      new Set(["answered", "presumed"]),
    );
  });

  test("what is stored as raised is what the rules raise, and what no longer holds is superseded", async () => {
    const stored = await database.admin<
      { child_id: string; compass_id: string; area: Area; state: string; raised: RaisedBy[] }[]
    >`
      select child_id, compass_id, area, state, raised from signal where kommun_code = '9001'`;
    const now = stored.filter(({ state }) => state !== "superseded");
    const raisedNow = [...children].flatMap(([childId, series]) => {
      const compasses = new Set(series.flatMap(({ entries }) => entries.map(({ compassId }) => compassId)));
      return [...compasses].flatMap((compassId) =>
        raiseSignals(series, compassId, DEFAULT_RULES).map(
          ({ area, raisedBy }) => [`${childId} ${compassId} ${area}`, raisedBy] as const,
        ),
      );
    });
    const keyOf = (row: (typeof stored)[number]) => `${row.child_id} ${row.compass_id} ${row.area}`;
    expect(new Map(now.map((row) => [keyOf(row), row.raised]))).toEqual(new Map(raisedNow));
    const raisedKeys = new Set<string>(raisedNow.map(([key]) => key));
    const superseded = stored.filter(({ state }) => state === "superseded");
    expect(superseded.length).toBeGreaterThan(0);
    expect(superseded.filter((row) => raisedKeys.has(keyOf(row)))).toEqual([]);
  });

  test("signals stand in every state of their life, and some were passed by", async () => {
    const states = await database.admin<{ state: string }[]>`
      select distinct case when s.state = 'decided' then s.decision
                           when s.state = 'on_agenda' and m.held_on < ${today} then 'late' else s.state end as state
        from signal s left join meeting m on m.kommun_code = s.kommun_code and m.id = s.meeting_id
       where s.kommun_code = '9001' order by 1`;
    expect(states.map(({ state }) => state)).toEqual([
      "action",
      "late",
      "new",
      "no_action",
      "on_agenda",
      "seen",
      "superseded",
    ]);
  });

  test("every step counts where the database would have counted it", async () => {
    const actor = { type: "system", kommunCode: "9001", job: "test" } as const;
    const other = await database.job.transaction(
      actor,
      ({ sql }) => sql`
        select s.id from process_step s cross join lateral kompass.place_at_event(s.child_id, s.occurred_on) place
         where s.unit_id is distinct from place.unit_id or s.age_group <> place.age_group`,
    );
    expect(other).toEqual([]);
  });

  test("next dates are overdue, soon, planned and missing", async () => {
    const open = await database.admin<{ next: LocalDate | null }[]>`
      select next_follow_up_on::text as next from child where kommun_code = '9001' and closed_on is null`;
    const statuses = open.map(({ next }) =>
      followUpStatus({ isActive: true, plannedOn: next, doneOn: null }, today, DEFAULT_RULES),
    );
    expect(new Set(statuses)).toEqual(new Set(["overdue", "soon", "planned", "missing_date"]));
  });

  test("every child has two to nine rounds, none of them in the future", async () => {
    const [rounds] = await database.admin`
      select min(n)::int as fewest, max(n)::int as most from (
        select count(*) as n from compass where kommun_code = '9001' group by child_id) counted`;
    const [future] = await database.admin`
      select count(*)::int as n from assessment where registered_on >= ${today} or assessed_on >= ${today}`;
    expect(rounds).toEqual({ fewest: 2, most: 9 });
    expect(future).toEqual({ n: 0 });
  });

  test("every child who is followed has exactly one Barnkontakt today", async () => {
    const wrong = await database.admin`
      select c.id from child c left join child_relation r on r.kommun_code = c.kommun_code and r.child_id = c.id
         and r.kind = 'barnkontakt' and ${today}::date between r.valid_from and coalesce(r.valid_to, 'infinity')
       where c.closed_on is null group by c.id having count(r.id) <> 1`;
    expect(wrong).toEqual([]);
  });
});

/** The tables that say when something was written, not what was laid out. */
const OF_THE_CLOCK = ["audit_log", "audit_chain", "audit_child", "audit_actor"];

async function digestOf({ admin }: TestDatabase): Promise<Map<string, string>> {
  const tables = await admin<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`;
  const digests = new Map<string, string>();
  for (const { name } of tables.filter((table) => !OF_THE_CLOCK.includes(table.name))) {
    const [row] = await admin<{ digest: string }[]>`
      select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from ${admin(name)} t`;
    digests.set(name, row?.digest ?? "");
  }
  return digests;
}
