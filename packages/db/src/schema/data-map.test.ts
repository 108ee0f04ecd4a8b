import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../testing/index.ts";

interface TableMap {
  readonly purpose: string;
  readonly audit: string;
  readonly keep?: string;
  readonly columns: Readonly<Record<string, string>>;
}

/** What a column may hold, from what anybody may see to what must never leave the child's own pages. */
const CLASSES = [
  "public",
  "tenant",
  "key",
  "organisation",
  "process",
  "count",
  "sealed count",
  "staff",
  "secret",
  "pseudonym",
  "identifies",
  "about the child",
];

const read = async <T>(file: string): Promise<T> =>
  JSON.parse(await readFile(path.resolve(import.meta.dirname, "../..", file), "utf8"));

let database: TestDatabase;
let map: Record<string, TableMap>;
let rules: Record<string, unknown>;
let stored: Record<string, string[]>;

beforeAll(async () => {
  database = await openTestDatabase();
  map = await read("data-map.json");
  rules = await read("retention.json");
  const rows = await database.admin<{ name: string; columns: string[] }[]>`
    select case when c.table_schema = 'public' then '' else c.table_schema || '.' end || c.table_name as name,
           array_agg(c.column_name::text order by c.ordinal_position) as columns
      from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
     where c.table_schema in ('public', 'statistics', 'sealed') and t.table_type = 'BASE TABLE'
     group by 1`;
  stored = Object.fromEntries(rows.map(({ name, columns }) => [name, columns]));
});
afterAll(() => database.close());

it("has every column of the database, and none that is not there", () => {
  const sorted = (columns: readonly string[]) => columns.toSorted();
  expect(
    Object.fromEntries(
      Object.entries(map).map(([name, { columns }]) => [name, sorted(Object.keys(columns))]),
    ),
  ).toEqual(Object.fromEntries(Object.entries(stored).map(([name, columns]) => [name, sorted(columns)])));
});

it("says of each what it is, why it is kept, how long, and where its use is written", () => {
  for (const [name, { purpose, audit, keep, columns }] of Object.entries(map)) {
    expect([purpose, audit].every(Boolean), name).toBe(true);
    // A table of the child has its rule in one place only.
    expect(name in rules, name).toBe(keep === undefined);
    for (const [column, kind] of Object.entries(columns))
      expect(CLASSES, `${name}.${column}`).toContain(kind);
  }
});

it("keeps what identifies a child, or is about it, in tables that are purged or say when they are emptied", () => {
  for (const [name, { audit, keep, columns }] of Object.entries(map)) {
    const isPersonal = Object.values(columns).some(
      (kind) => kind === "identifies" || kind === "about the child",
    );
    if (!isPersonal) continue;
    expect(keep ?? "purged", name).not.toMatch(/^kept/);
    expect(audit, name).not.toMatch(/^none: (no personal data|counts|public)/);
  }
});
