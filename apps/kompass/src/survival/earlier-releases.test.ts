import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createCaller, openRuntime } from "@kompassen/api";
import { verifyKommun } from "@kompassen/api/audit";
import { openDatabase, roleUrl } from "@kompassen/db";
import { type EmbeddedServer, startEmbedded } from "@kompassen/db/embedded";
import { migrateDatabase, migrationStatus } from "@kompassen/db/migrate";
import { EARLIER_RELEASES, makeEarlierRelease } from "@kompassen/db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";

const KOMMUN = "9001";

let folder: string;
let server: EmbeddedServer;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kompassen-earlier-"));
  server = await startEmbedded({ dataFolder: folder, settings: ["fsync=off"] });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** An empty database of its own on the same server. */
async function makeDatabase(name: string): Promise<string> {
  const admin = openDatabase(server.adminUrl, { connections: 1 });
  await admin.sql.unsafe(`create database ${name}`);
  await admin.close();
  const url = new URL(server.adminUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

it.each(EARLIER_RELEASES)(
  "brings the data of a release of $migrations migrations along, whole",
  async (release) => {
    const adminUrl = await makeDatabase(`release_${release.migrations}`);
    const before = await makeEarlierRelease(adminUrl, release);
    await migrateDatabase(adminUrl);
    const { applied, known } = await migrationStatus(adminUrl);
    expect(applied).toBe(known);

    const admin = openDatabase(adminUrl, { connections: 1 });
    const job = openDatabase(roleUrl(adminUrl, "kompass_job"), { connections: 1 });
    try {
      const after = new Map<string, number>();
      for (const table of before.keys()) {
        const [row] = await admin.sql.unsafe(`select count(*)::int as n from ${table}`);
        after.set(table, row?.n);
      }
      expect(after).toEqual(before);

      const actor = { type: "system", kommunCode: KOMMUN, job: "verify-log" } as const;
      const log = await job.transaction(actor, ({ sql }) => verifyKommun(sql, KOMMUN, null), {
        snapshot: true,
      });
      expect(log.faults).toEqual([]);
      expect(log.rows).toBe(before.get("public.audit_log"));

      await workForOne(adminUrl, admin.sql);
    } finally {
      await Promise.all([admin.close(), job.close()]);
    }
  },
);

/** Somebody who followed a child before goes on with it. */
async function workForOne(adminUrl: string, sql: ReturnType<typeof openDatabase>["sql"]): Promise<void> {
  const [follower] = await sql<{ person_id: string; child_id: string; kind: string }[]>`
    select r.person_id, r.child_id, r.kind from child_relation r
      join child c on c.kommun_code = r.kommun_code and c.id = r.child_id
     where r.kind = 'stodsamordnare' and r.valid_to is null and c.closed_on is null
       and exists (select 1 from assessment a where a.kommun_code = c.kommun_code and a.child_id = c.id)
     order by r.child_id limit 1`;
  if (follower === undefined) throw new Error("nobody follows anybody");
  const url = roleUrl(adminUrl, "kompass_app");
  const runtime = openRuntime({
    databaseUrl: url,
    statisticsUrl: roleUrl(adminUrl, "kompass_stats"),
    familyUrl: roleUrl(adminUrl, "kompass_family"),
    isDemo: false,
    loginFile: null,
    hasLimits: false,
    version: "test",
  });
  try {
    const { person_id: personId, child_id: childId } = follower;
    const who = { kommunCode: KOMMUN, personId, name: "Test", title: "test", steppedUpAt: null };
    const api = createCaller(runtime.contextFor({ ...who, roles: ["stodsamordnare"] }));
    const caseload = await api.people.listCaseload();
    expect(JSON.stringify(caseload)).toContain(childId);
    const chart = await api.behovskompass.getChart({ childId });
    expect(JSON.stringify(chart)).toContain("assessedOn");
    await api.barnetsPlan.recordSupport({
      childId,
      supportId: crypto.randomUUID(),
      area: "fritid",
      kind: "annat",
      description: "Ringer varje vecka",
      givenBy: "Fritidsgården",
      status: "pagaende",
      startsOn: "2026-03-01",
      endsOn: null,
    });
  } finally {
    await runtime.close();
  }
}
