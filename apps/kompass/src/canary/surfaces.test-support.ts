import { readFile } from "node:fs/promises";
import path from "node:path";
import type { TestDatabase } from "@kompassen/db/testing";
import type { Seen } from "./browser.test-support.ts";
import type { Surface } from "./canary.test-support.ts";

/** Addresses, titles and headers of a page; and all of an answer that is a refusal of the api. */
export function surfacesOf({ address, method, status, headers, body }: Seen): Surface[] {
  const name = `${method} ${address} (${status})`;
  const kept = [...headers].filter(([header]) => header !== "content-security-policy");
  const surfaces = [
    { name: `headers of ${name}`, text: kept.map(([header, value]) => `${header}: ${value}`).join("\n") },
    { name: `title of ${name}`, text: /<title>([^<]*)/.exec(body)?.[1] ?? "" },
    { name: `addresses in ${name}`, text: [...body.matchAll(ADDRESS)].map(([, found]) => found).join("\n") },
  ];
  const isRefusal = address.startsWith("/trpc/") ? status >= 400 : status === 404 || status >= 500;
  return isRefusal ? [...surfaces, { name: `refusal of ${name}`, text: body }] : surfaces;
}

const ADDRESS = /\s(?:href|src|action|formaction|data-href)="([^"]*)"/g;

/** Answers that a browser or a proxy may keep. */
export function keptByCaches(seen: readonly Seen[]): string[] {
  return seen
    .filter(({ headers, status }) => status === 200 && headers.get("cache-control") !== "no-store")
    .map(({ method, address }) => `${method} ${address}`);
}

/** Every table that is not purged with the child: the log, logins, work lists, statistics, the sealed. */
export async function readTables({ admin }: TestDatabase): Promise<Surface[]> {
  const retention: Record<string, { rule: string }> = JSON.parse(
    await readFile(path.resolve(import.meta.dirname, "../../../../packages/db/retention.json"), "utf8"),
  );
  const tables = await admin<{ schema: string; name: string }[]>`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
     order by 1, 2`;
  const others = tables.filter(
    ({ schema, name }) => schema !== "public" || retention[name]?.rule !== "purged",
  );
  return Promise.all(
    others.map(async ({ schema, name }) => {
      const [row] = await admin<{ text: string | null }[]>`
        select string_agg(t::text, E'\n') as text from ${admin(schema)}.${admin(name)} t`;
      return { name: `table ${schema}.${name}`, text: row?.text ?? "" };
    }),
  );
}
