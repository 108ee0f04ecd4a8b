import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { registerChildOf } from "../testing/a-child.ts";
import { aGuardian } from "../testing/a-guardian.ts";
import { aKommun, type TestKommun } from "../testing/a-kommun.ts";

let database: TestDatabase;
let kommun: TestKommun;

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, "9117");
});
afterAll(() => database.close());

async function loggedOf(actorId: string) {
  const rows = await database.admin<{ verb: string; purpose: string; said: string }[]>`
    select l.verb, l.purpose, concat(l.child_alias, l.child_aliases, l.fields::text) as said
      from audit_log l join audit_actor a on a.kommun_code = l.kommun_code and a.alias::text = l.actor
     where a.actor_id = ${actorId} order by l.at`;
  return [...rows];
}

it("logs who was refused what, and the same whether the child is closed to them or does not exist", async () => {
  const responsible = await kommun.person("Samordnaren", "stodsamordnare");
  const stranger = await kommun.person("Grannen", "barnkontakt");
  const { childId } = await registerChildOf(kommun, responsible.as);
  for (const asked of [childId, crypto.randomUUID()])
    await expect(stranger.as.people.getChild({ childId: asked })).rejects.toThrow("not_found");
  await expect(stranger.as.retention.getOverview()).rejects.toThrow("not_found");
  const refused = { purpose: "nekad", said: "{}" };
  expect(await loggedOf(stranger.id)).toEqual([
    { verb: "refused.people.getChild", ...refused },
    { verb: "refused.people.getChild", ...refused },
    { verb: "refused.retention.getOverview", ...refused },
  ]);
});

it("logs a guardian who asks for somebody else's child", async () => {
  const guardian = await aGuardian(database, "9117");
  await expect(guardian.as.family.getOverview({ childId: crypto.randomUUID() })).rejects.toThrow("not_found");
  expect(await loggedOf(guardian.accountId)).toEqual([
    { verb: "refused.family.getOverview", purpose: "nekad", said: "{}{}" },
  ]);
});

it("answers with an error when the refusal cannot be logged", async () => {
  const stranger = await kommun.person("Grannen", "barnkontakt");
  await database.admin.unsafe(`
    create function no_log() returns trigger language plpgsql as $$ begin raise exception 'disk full' using errcode = '53100'; end $$;
    create trigger no_log before insert on audit_log for each row execute function no_log()`);
  const asked = stranger.as.people.getChild({ childId: crypto.randomUUID() });
  await expect(asked).rejects.toThrow("database_unavailable");
  await database.admin`drop trigger no_log on audit_log`;
});
