import { readFile } from "node:fs/promises";
import path from "node:path";
import { todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aChild, aKommun, type TestKommun, type TestPerson } from "../factories/index.ts";
import { openTestDatabase, type TestDatabase } from "../testing/index.ts";

let database: TestDatabase;
let kommun: TestKommun;
let [officer, second, follower]: TestPerson[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database.admin, "9301", todayInSweden(new Date()));
  officer = await kommun.aPerson("dataskyddsombud");
  second = await kommun.aPerson("dataskyddsombud");
  follower = await kommun.aPerson("stodsamordnare");
});
afterAll(() => database.close());

type Row = Record<string, unknown>;

const as = (person: TestPerson | undefined, query: string, values: readonly string[] = []) =>
  database.app.transaction({ type: "person", kommunCode: "9301", personId: person?.id ?? "" }, ({ sql }) =>
    sql.unsafe<Row[]>(query, [...values]),
  );
const asJob = (query: string, values: readonly string[] = []) =>
  database.job.transaction({ type: "system", kommunCode: "9301", job: "purge" }, ({ sql }) =>
    sql.unsafe<Row[]>(query, [...values]),
  );

/** A child with everything the factories make, whose support ended so many months and days ago. */
async function endedChild(months: number, days: number): Promise<string> {
  const { id } = await aChild(kommun)
    .withGuardians(2)
    .followedBy(follower as TestPerson)
    .consentingTo("skriftligt_barnteam")
    .stagnantIn("fritid")
    .closedFor("behov_uppfyllt")
    .insert();
  await database.admin`
    update child set closed_on = (${kommun.today}::date - make_interval(months => ${months}, days => ${days}))::date
     where kommun_code = '9301' and id = ${id}`;
  return id;
}

const childrenThere = async (...ids: readonly string[]) => {
  const rows = await database.admin<
    { id: string }[]
  >`select id from child where id in ${database.admin(ids)}`;
  return ids.filter((id) => rows.some((row) => row.id === id));
};

async function approvedRun(): Promise<string> {
  const run = crypto.randomUUID();
  await as(officer, "select kompass.propose_purge($1)", [run]);
  await as(second, "select kompass.decide_purge($1, true)", [run]);
  return run;
}

async function execute(run: string): Promise<Row[]> {
  const candidates = await database.admin`select child_id from purge_candidate where run_id = ${run}`;
  const counts: Row[] = [];
  for (const { child_id } of candidates) {
    const [row] = await asJob("select kompass.purge_child($1, $2) as counts", [run, child_id]);
    counts.push(row ?? {});
  }
  await asJob("select * from kompass.finish_purge($1)", [run]);
  return counts;
}

describe("what is purged", () => {
  it("is every table that says so, and nothing that does not", async () => {
    const rules: Record<string, { rule: string }> = JSON.parse(
      await readFile(path.resolve(import.meta.dirname, "../../retention.json"), "utf8"),
    );
    const purged = await database.admin<{ name: string; condition: string }[]>`
      select name, condition from kompass.purged_tables()`;
    const named = purged.filter(({ condition }) => condition === "child_id = $1" || condition === "id = $1");
    expect(named.map(({ name }) => name).toSorted()).toEqual(
      Object.keys(rules)
        .filter((name) => rules[name]?.rule === "purged")
        .toSorted(),
    );
    // What hangs on such rows without naming the child.
    expect(purged.map(({ name }) => name)).toEqual(expect.arrayContaining(["team_member", "meeting"]));
  });

  it("is a child past its last day, with every row, and no other child's", async () => {
    const [old, young] = [await endedChild(24, 1), await endedChild(24, 0)];
    const open = await aChild(kommun)
      .followedBy(follower as TestPerson)
      .insert();
    const before =
      await database.admin`select count(*)::int as rows from assessment where child_id in (${young}, ${open.id})`;
    const run = await approvedRun();
    const [{ counts } = {}] = await execute(run);
    expect(counts).toMatchObject({
      child: 1,
      guardian: 2,
      assessment: expect.any(Number),
      consent: expect.any(Number),
    });
    expect(await childrenThere(old, young, open.id)).toEqual([young, open.id]);
    for (const { name, condition } of await database.admin<{ name: string; condition: string }[]>`
      select name, condition from kompass.purged_tables()`) {
      const [row] = await database.admin.unsafe(
        `select count(*)::int as left from "${name}" where ${condition}`,
        [old],
      );
      expect(row?.left, name).toBe(0);
    }
    expect(
      await database.admin`select count(*)::int as rows from assessment where child_id in (${young}, ${open.id})`,
    ).toEqual(before);
    await database.admin`update child set closed_on = null, closing_reason = null where id = ${young}`;
  });
});

describe("a purge", () => {
  it("needs a second person, and the first may not be both", async () => {
    const child = await endedChild(30, 0);
    const run = crypto.randomUUID();
    await as(officer, "select kompass.propose_purge($1)", [run]);
    await expect(as(officer, "select kompass.decide_purge($1, true)", [run])).rejects.toThrow("same_person");
    await expect(asJob("select kompass.purge_child($1, $2)", [run, child])).rejects.toThrow(
      "purge_not_approved",
    );
    await expect(
      database.admin`update purge_run set state = 'approved', decided_by = proposed_by, decided_at = now() where id = ${run}`,
    ).rejects.toThrow("purge_run_by_two");
    await as(second, "select kompass.decide_purge($1, false)", [run]);
    await expect(asJob("select kompass.purge_child($1, $2)", [run, child])).rejects.toThrow(
      "purge_not_approved",
    );
    expect(await childrenThere(child)).toEqual([child]);
  });

  it("leaves a child that is held, taken up again, or kept longer since the dry run", async () => {
    const [held, reopened, kept] = [
      await endedChild(30, 0),
      await endedChild(30, 1),
      await endedChild(30, 2),
    ];
    const run = await approvedRun();
    const [{ case_number } = {}] = await database.admin`select case_number from child where id = ${held}`;
    await as(officer, "select kompass.hold_case($1, $2, 'Pågående tillsynsärende', '2030-01-01')", [
      crypto.randomUUID(),
      String(case_number),
    ]);
    await database.admin`update child set closed_on = null, closing_reason = null where id = ${reopened}`;
    await database.admin`update child set closed_on = ${kommun.today}, closing_reason = 'annat' where id = ${kept}`;
    await execute(run);
    expect(await childrenThere(held, reopened, kept)).toEqual([held, reopened, kept]);

    const due = await endedChild(30, 3);
    const again = crypto.randomUUID();
    await as(officer, "select kompass.propose_purge($1)", [again]);
    expect(await database.admin`select children, held from purge_run where id = ${again}`).toEqual([
      { children: 1, held: 1 },
    ]);
    await as(second, "select kompass.decide_purge($1, false)", [again]);
    const [{ id: holdId } = {}] = await as(officer, "select id from kompass.list_holds()");
    await as(officer, "select kompass.lift_hold($1, 'Ärendet är avslutat')", [String(holdId)]);
    await execute(await approvedRun());
    expect(await childrenThere(held, due, reopened, kept)).toEqual([reopened, kept]);
  });

  it("follows the rule of the authority from the day it holds", async () => {
    const child = await endedChild(24, 1);
    await as(
      officer,
      "select kompass.set_retention('skola', kompass.today(), 36, 'Dokumenthanteringsplan 2026')",
    );
    const nothingDue = as(officer, "select kompass.propose_purge($1)", [crypto.randomUUID()]);
    await expect(nothingDue).rejects.toThrow("purge_empty");
    expect(await database.admin`select 1 from purge_run where state = 'proposed'`).toHaveLength(0);
    await expect(
      as(officer, "select kompass.set_retention('skola', kompass.today() - 1, 12, 'Bakåt')"),
    ).rejects.toThrow("retention_backwards");
    await as(
      officer,
      "select kompass.set_retention('skola', kompass.today(), 24, 'Dokumenthanteringsplan 2026')",
    );
    await execute(await approvedRun());
    expect(await childrenThere(child)).toEqual([]);
  });

  it("is closed to everybody else, and to jobs that go round it", async () => {
    const child = await endedChild(30, 0);
    for (const call of ["propose_purge($1)", "decide_purge($1, true)", "lift_hold($1, 'x')"]) {
      await expect(as(follower, `select kompass.${call}`, [crypto.randomUUID()])).rejects.toThrow(
        "not_keeper",
      );
    }
    expect(await as(follower, "select * from kompass.purge_candidates(gen_random_uuid())")).toHaveLength(0);
    expect(await as(follower, "select * from purge_run")).toHaveLength(0);
    await expect(as(officer, "select kompass.delete_child_rows($1)", [child])).rejects.toThrow(
      /permission denied/,
    );
    await expect(asJob("select kompass.delete_child_rows($1)", [child])).rejects.toThrow(/permission denied/);
    await expect(asJob("delete from child where id = $1", [child])).rejects.toThrow(/permission denied/);
  });
});

it("lets go of what was only to live for a while, and of nothing else", async () => {
  const { admin } = database;
  const person = follower?.id ?? "";
  await admin`
    insert into session (token_hash, kommun_code, person_id, expires_at)
    values ('gone', '9301', ${person}, now() - interval '1 minute'), ('there', '9301', ${person}, now() + interval '1 hour')`;
  await admin`
    insert into emergency_attempt (kommun_code, id, person_id, at)
    values ('9301', gen_random_uuid(), ${person}, now() - interval '91 days'), ('9301', gen_random_uuid(), ${person}, now())`;
  await database.job.sql`select kompass.forget_passing()`;
  expect(await admin`select token_hash from session`).toEqual([{ token_hash: "there" }]);
  expect(await admin`select 1 from emergency_attempt`).toHaveLength(1);
});
