import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../testing/index.ts";

interface TableRow {
  readonly name: string;
  readonly owner: string;
  readonly is_secured: boolean;
  readonly is_forced: boolean;
  readonly key: string[] | null;
  readonly columns: string[];
  readonly app_policies: string[];
}

let database: TestDatabase;
let tables: TableRow[];
let retention: Record<string, unknown>;

beforeAll(async () => {
  database = await openTestDatabase();
  retention = JSON.parse(await readFile(path.resolve(import.meta.dirname, "../../retention.json"), "utf8"));
  tables = await database.admin<TableRow[]>`
    select c.relname as name, pg_get_userbyid(c.relowner) as owner, c.relrowsecurity as is_secured,
           c.relforcerowsecurity as is_forced,
           (select array_agg(a.attname::text order by k.place) from pg_index i
              cross join unnest(i.indkey::int2[]) with ordinality as k(attribute, place)
              join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attribute
             where i.indrelid = c.oid and i.indisprimary) as key,
           array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
           array(select pg_get_expr(p.polqual, p.polrelid) from pg_policy p join pg_roles r on r.oid = any(p.polroles)
                  where p.polrelid = c.oid and r.rolname = 'kompass_app' and p.polcmd in ('r', '*') and p.polpermissive) as app_policies
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r'`;
});
afterAll(() => database.close());

const holdsAChild = ({ name, columns }: TableRow) =>
  name === "child" || columns.includes("child_id") || columns.includes("child_alias");

describe("every table", () => {
  it("is owned by a role that cannot log in, with row security that binds the owner too", () => {
    expect(tables.length).toBeGreaterThan(20);
    for (const table of tables)
      expect(table, table.name).toMatchObject({ owner: "kompass_owner", is_secured: true, is_forced: true });
  });
});

describe("every table that holds a child's data", () => {
  it("has the kommun first in its key", () => {
    for (const { name, key } of tables.filter(holdsAChild)) expect(key?.[0], name).toBe("kommun_code");
  });

  it("is purged, or exempt with a reason", () => {
    expect(Object.keys(retention).toSorted()).toEqual(
      tables
        .filter(holdsAChild)
        .map(({ name }) => name)
        .toSorted(),
    );
  });

  it("is read by people only through their relation to the child", () => {
    for (const { name, app_policies } of tables.filter(holdsAChild)) {
      for (const policy of app_policies)
        expect(policy, name).toMatch(/my_\w*children|my_teams|my_responsibility/);
    }
  });

  it("is closed to statistics", async () => {
    const granted = await database.admin`
      select table_name from information_schema.role_table_grants where grantee = 'kompass_stats' and table_schema = 'public'`;
    expect(granted.map(({ table_name }) => table_name)).toEqual([]);
  });
});

describe("a function of the schema kompass", () => {
  it("is nobody's to call unless it was given by name", async () => {
    const open = await database.admin`
      select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname = 'kompass' and p.prorettype <> 'trigger'::regtype
         and has_function_privilege('public', p.oid, 'execute')`;
    expect(open.map(({ name }) => name)).toEqual([]);
  });
});

describe("no login role", () => {
  it("may pass by row security, make roles or make databases", async () => {
    const roles = await database.admin`
      select rolname from pg_roles where rolname like 'kompass%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`;
    expect(roles.map(({ rolname }) => rolname)).toEqual([]);
  });

  it("reads anything without an actor: unset is an error, not an empty answer", async () => {
    await expect(database.app.sql`select 1 from child`).rejects.toThrow(/kompass\.kommun/);
    await database.app.transaction(
      { type: "person", kommunCode: "9001", personId: crypto.randomUUID() },
      ({ sql }) => sql`select 1`,
    );
    await expect(database.app.sql`select 1 from assessment`).rejects.toThrow();
  });

  it("writes to the log but by its function", async () => {
    const actor = { type: "person", kommunCode: "9001", personId: crypto.randomUUID() } as const;
    const read = database.app.transaction(actor, ({ sql }) => sql`select * from audit_log`);
    await expect(read).rejects.toThrow(/permission denied/);
    const change = database.app.transaction(actor, ({ sql }) => sql`update audit_chain set sequence = 0`);
    await expect(change).rejects.toThrow(/permission denied/);
  });
});
