import { appRouter } from "@kompassen/api";
import { findKnown } from "@kompassen/api/errors";
import { aKommun, registerChildOf } from "@kompassen/api/testing";
import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NOT_TRIED, REPEATABLE, type Scene } from "./repeated-calls.test-support.ts";

const KOMMUN = "9321";

let database: TestDatabase;
let people: Omit<Scene, "childId" | "guardianId">;
let kommun: Awaited<ReturnType<typeof aKommun>>;

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, KOMMUN);
  const staff = await kommun.person("Solumi", "stodsamordnare", "barnkontakt");
  const administrator = await kommun.person("Ada", "administrator");
  const other = await kommun.person("Rikumi", "samtalsledare", "barnkontakt");
  people = {
    staff: staff.as,
    administrator: administrator.as,
    staffId: staff.id,
    otherId: other.id,
    unitId: kommun.unitId,
    today: todayInSweden(new Date()),
  };
});
afterAll(() => database.close());

async function aScene(): Promise<Scene> {
  return { ...people, ...(await registerChildOf(kommun, people.staff)) };
}

/** Rows by table, but for the log, which tells of every call. */
async function countRows(): Promise<Map<string, number>> {
  const tables = await database.admin<{ name: string }[]>`
    select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and relname not like 'audit%' order by 1`;
  const rows = await database.admin.unsafe<{ name: string; n: number }[]>(
    tables
      .map(({ name }) => `select '${name}' as name, count(*)::int as n from "${name}"`)
      .join(" union all "),
  );
  return new Map(rows.map(({ name, n }) => [name, n]));
}

async function madeBy(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await countRows();
  await work();
  const after = await countRows();
  const made = [...after].map(([name, n]) => [name, n - (before.get(name) ?? Number.NaN)] as const);
  return Object.fromEntries(made.filter(([, n]) => n !== 0));
}

const AT_ONCE = 4;

describe("the same call again makes nothing more", () => {
  it.each(Object.entries(REPEATABLE))("%s", async (_, arrange) => {
    const call = await arrange(await aScene());
    const once = await madeBy(call);
    const again = await madeBy(call);
    expect(again).toEqual({});

    const together = await arrange(await aScene());
    const ends: PromiseSettledResult<unknown>[] = [];
    const made = await madeBy(async () => {
      ends.push(...(await Promise.allSettled(Array.from({ length: AT_ONCE }, together))));
    });
    expect(made).toEqual(once);
    const refusals = ends.flatMap((end) =>
      end.status === "rejected" ? [findKnown(end.reason)?.code ?? String(end.reason)] : [],
    );
    expect(refusals).toEqual([]);
  });

  it("is held against every write of the api", () => {
    const listed = [
      ...Object.keys(REPEATABLE),
      ...Object.values(NOT_TRIED).flatMap((names) => names.split(" ")),
    ];
    expect(new Set(listed).size, "listed twice").toBe(listed.length);
    const writes = listWrites();
    expect(writes.filter((name) => !listed.includes(name))).toEqual([]);
    expect(listed.filter((name) => !writes.includes(name))).toEqual([]);
  });
});

function listWrites(): string[] {
  const procedures: Readonly<Record<string, { readonly _def: unknown }>> = Object(appRouter._def.procedures);
  return Object.entries(procedures).flatMap(([name, { _def: about }]) => {
    const isWrite =
      typeof about === "object" && about !== null && "type" in about && about.type === "mutation";
    return isWrite ? [name] : [];
  });
}
