import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { printAttacks } from "@kompassen/disclosure/attack-line";
import { quarter } from "@kompassen/domain/statistics";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aReleasedTown, type ReleasedTown } from "../testing/a-released-town.ts";
import { randomSteps } from "../testing/random-steps.ts";

const KOMMUN = "9151";
const QUARTER = quarter("2024Q1");
const FROZEN = [
  "statistics.release",
  "statistics.release_part",
  "sealed.release_series",
  "sealed.release_draft",
] as const;
const COLUMNS: Readonly<Record<(typeof FROZEN)[number], string>> = {
  "statistics.release": "head = '{}'",
  "statistics.release_part": "cells = '[]'",
  "sealed.release_series": "audit = '{}'",
  "sealed.release_draft": "audit = '{}'",
};
/** Null is the superuser whom the product is installed by. */
const ROLES = ["kompass_app", "kompass_job", "kompass_stats", "kompass_access", "kompass_owner", null];

const WITHOUT_TRIGGERS = "set local session_replication_role = replica";

let database: TestDatabase;
let town: ReleasedTown;

beforeAll(async () => {
  database = await openTestDatabase();
  town = await aReleasedTown(database, KOMMUN);
  await town.addSteps(randomSteps(["A", "D"], [QUARTER], 13));
  await town.release(QUARTER);
});
afterAll(() => database.close());

class RolledBack extends Error {}

/**
 * Runs a statement as a role of the database within the kommun, and takes it back.
 * @param first what is done before, past every lock
 * @returns how many rows it reached; 0 when it was refused
 */
async function tryAs(role: string | null, statement: string, first = "select 1"): Promise<number> {
  let reached = 0;
  const attempt = database.admin.begin(async (sql) => {
    await sql`select set_config('kompass.kommun', ${KOMMUN}, true), set_config('kompass.actor', ${crypto.randomUUID()}, true)`;
    await sql.unsafe(first);
    if (role !== null) {
      await sql.unsafe(`grant ${role} to current_user`);
      await sql.unsafe(`set local role ${role}`);
    }
    const result = await sql.unsafe(statement);
    reached = statement.startsWith("truncate") ? 1 : result.count;
    throw new RolledBack();
  });
  await attempt.catch((error: unknown) => {
    if (error instanceof RolledBack) return;
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    // Refused by rights, by the schema, or because a release is frozen: anything else is a fault of this test.
    expect(["42501", "KP004"], `${role}: ${statement}: ${String(error)}`).toContain(code);
    reached = 0;
  });
  return reached;
}

const changes = FROZEN.flatMap((table) => [
  `update ${table} set ${COLUMNS[table]}`,
  `delete from ${table}`,
  `truncate ${table} cascade`,
]);

async function tables(): Promise<string[]> {
  const rows = await database.admin<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'sealed', 'migration') order by 1`;
  return rows.map(({ name }) => name);
}

it("A13: who serves statistics reaches no child, and nobody changes a release", async () => {
  const before = JSON.stringify([...(await town.stored())]);
  let [tried, reached] = [0, 0];
  for (const role of ROLES) {
    for (const change of changes) {
      tried += 1;
      // The owner may lift the row security that is forced on it, and is refused all the same.
      const first = FROZEN.map((table) => `alter table ${table} no force row level security`).join(";");
      reached += await tryAs(role, change, first);
    }
  }
  const closed = await tables();
  expect(closed.length).toBeGreaterThan(30);
  for (const table of closed) {
    tried += 1;
    reached += await tryAs("kompass_stats", `select * from ${table} limit 1`);
  }
  // The app itself, for whoever is not a statistics officer.
  const readers = await Promise.all(
    (["styrgrupp", "processledning", "utvarderare", "barnkontakt"] as const).map((role) =>
      town.kommun.person(role, role),
    ),
  );
  for (const { id } of readers) {
    for (const table of ["release_draft", "release_series", "release_key"]) {
      tried += 1;
      const rows = await database.app
        .transaction({ type: "person", kommunCode: KOMMUN, personId: id }, ({ sql }) =>
          sql.unsafe(`select * from sealed.${table}`),
        )
        .catch(() => []);
      reached += rows.length;
    }
  }
  expect(JSON.stringify([...(await town.stored())])).toBe(before);

  let broken = await tryAs("kompass_stats", "select * from child limit 1", granted("public.child"));
  for (const change of changes) broken += (await tryAs(null, change, WITHOUT_TRIGGERS)) > 0 ? 1 : 0;
  const line = {
    attack: "A13",
    tried: `${tried} reads and changes as ${ROLES.length} roles of the database and 4 roles of persons`,
    disclosures: reached,
    control: "the same without triggers, and with one table granted",
    broken,
  };
  expect(broken).toBe(changes.length + 1);
  expect(printAttacks([line])).toBe(true);
});

function granted(table: string): string {
  return `grant usage on schema public to kompass_stats; grant select on ${table} to kompass_stats;
    create policy a_hole on ${table} for select to kompass_stats using (true)`;
}
