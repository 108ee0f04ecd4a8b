import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type EmbeddedServer, startEmbedded } from "../embedded/index.ts";
import { migrateDatabase } from "../migrate/index.ts";
import { ensureRoles } from "../roles/index.ts";

/** The release that had the log's first form. */
const LAST_OF_FIRST_FORM = 4;
const KOMMUN = "9303";
const MIGRATIONS = path.resolve(import.meta.dirname, "../../migrations");

let folder: string;
let server: EmbeddedServer;
let admin: Sql;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kompassen-upgrade-"));
  server = await startEmbedded({ dataFolder: folder, settings: ["fsync=off"] });
  admin = postgres(server.adminUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await admin?.end();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function migrateToFirstForm(): Promise<void> {
  const earlier = path.join(folder, "migrations");
  await cp(MIGRATIONS, earlier, { recursive: true });
  const place = path.join(earlier, "meta", "_journal.json");
  const journal: { entries: { idx: number }[] } = JSON.parse(await readFile(place, "utf8"));
  const entries = journal.entries.filter(({ idx }) => idx <= LAST_OF_FIRST_FORM);
  await writeFile(place, JSON.stringify({ ...journal, entries }));
  await ensureRoles(admin, decodeURIComponent(new URL(server.adminUrl).password));
  await migrate(drizzle(postgres(server.adminUrl, { max: 1, onnotice: () => {} })), {
    migrationsFolder: earlier,
    migrationsSchema: "migration",
  });
}

const [child, other, person] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];

async function writeFirstForm(): Promise<void> {
  await admin.begin(async (sql) => {
    await sql`select set_config('kompass.kommun', ${KOMMUN}, true), set_config('kompass.actor', ${person}, true)`;
    for (const verb of ["people.getChild", "behovskompass.getChart", "people.changeChild"])
      await sql`select kompass.audit(${verb}, 'uppfoljning', ${child}::uuid, array['child'])`;
    await sql`select kompass.audit_many('people.listCaseload', 'arbetslista', ${[other, child]}::uuid[], array['child'])`;
    await sql`
      select kompass.record_audit('00000000-0000-7000-8000-000000001e5a', 'system', 'import', 'import.commit', 'import',
                                  null, ${[child]}::uuid[], array['child'])`;
  });
}

it("takes over a log of the first form: whole, by aliases, and still held to the hashes it was written with", async () => {
  await migrateToFirstForm();
  await writeFirstForm();
  const before = await admin<{ hash: Uint8Array; verb: string }[]>`select verb, hash from audit_log`;
  const hashes = new Map(before.map(({ verb, hash }) => [verb, Buffer.from(hash).toString("hex")]));
  await migrateDatabase(server.adminUrl);

  const rows = await admin<{ verb: string; isWhole: boolean; firstHash: string; isFirst: boolean }[]>`
    select l.verb, encode(l.first_hash, 'hex') as "firstHash",
           l.hash = sha256(l.previous_hash || convert_to(jsonb_build_array(2, l.kommun_code, l.chain, l.sequence,
             extract(epoch from l.at), l.actor_kind, l.actor, l.verb, l.purpose, l.child_alias, l.child_aliases, l.fields,
             encode(l.first_hash, 'hex'))::text, 'UTF8'))
           and l.previous_hash = coalesce(lag(l.hash) over chain, sha256(convert_to(l.kommun_code || l.chain::text, 'UTF8'))) as "isWhole",
           l.first_hash = sha256(
             coalesce(lag(l.first_hash) over chain, sha256(convert_to(l.kommun_code || coalesce(c.child_id, a.actor_id, l.chain)::text, 'UTF8')))
             || convert_to(jsonb_build_array(l.kommun_code, coalesce(c.child_id, a.actor_id, l.chain), l.sequence,
               extract(epoch from l.at), l.actor_kind, coalesce(who.actor_id::text, l.actor), l.verb, l.purpose, named.child_id,
               case when l.child_aliases is not null then array(
                 select b.child_id from unnest(l.child_aliases) with ordinality u(alias, place)
                   join audit_child b on b.alias = u.alias order by u.place) end, l.fields)::text, 'UTF8')) as "isFirst"
      from audit_log l
      left join audit_child c on c.alias = l.chain
      left join audit_actor a on a.alias = l.chain
      left join audit_actor who on who.alias::text = l.actor
      left join audit_child named on named.alias = l.child_alias
    window chain as (partition by l.chain order by l.sequence)`;
  expect(rows).toHaveLength(5);
  for (const { verb, isWhole, isFirst, firstHash } of rows) {
    expect([verb, isWhole, isFirst]).toEqual([verb, true, true]);
    expect(firstHash).toBe(hashes.get(verb));
  }
  const log = JSON.stringify(await admin`select * from audit_log`);
  for (const id of [child, other, person]) expect(log).not.toContain(id);
  const [heads] = await admin`
    select count(*)::int as heads from audit_chain c
      join audit_log l on l.chain = c.chain and l.sequence = c.sequence and l.hash = c.hash`;
  expect(heads).toEqual({ heads: 3 });
}, 120_000);
