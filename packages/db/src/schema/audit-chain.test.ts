import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../testing/index.ts";

const KOMMUN = "9302";
const actor = { type: "person", kommunCode: KOMMUN, personId: crypto.randomUUID() } as const;

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

interface Link {
  readonly sequence: string;
  readonly verb: string;
  readonly content: string;
  readonly previous_hash: Uint8Array;
  readonly hash: Uint8Array;
}

const readLinks = (chain: string) => database.admin<Link[]>`
  select sequence, verb, previous_hash, hash,
         jsonb_build_array(kommun_code, chain, sequence, extract(epoch from at), actor_kind, actor_id, verb, purpose,
                           child_id, child_ids, fields)::text as content
    from audit_log where kommun_code = ${KOMMUN} and chain = ${chain} order by sequence`;

it("forms one chain a child, also when many write to it at once", async () => {
  const [child, other] = [crypto.randomUUID(), crypto.randomUUID()];
  const rounds = Array.from({ length: 60 }, (_, index) => index);
  await Promise.all(
    rounds.map((index) =>
      database.app.transaction(actor, async ({ sql }) => {
        const about = index % 3 === 0 ? other : child;
        await sql`select kompass.audit(${`verb${index}`}, 'uppfoljning', ${about}::uuid, array['draft'])`;
      }),
    ),
  );
  for (const [chain, count] of [
    [child, 40],
    [other, 20],
  ] as const) {
    const links = await readLinks(chain);
    expect(links.map(({ sequence }) => Number(sequence))).toEqual(rounds.slice(0, count).map((at) => at + 1));
    expect(new Set(links.map(({ verb }) => verb)).size).toBe(count);
    let before = createHash("sha256").update(`${KOMMUN}${chain}`).digest();
    for (const { previous_hash, hash, content } of links) {
      expect(Buffer.from(previous_hash)).toEqual(before);
      before = createHash("sha256").update(before).update(content).digest();
      expect(Buffer.from(hash)).toEqual(before);
    }
    const [head] = await database.admin<{ sequence: string; hash: Uint8Array }[]>`
      select sequence, hash from audit_chain where kommun_code = ${KOMMUN} and chain = ${chain}`;
    expect([Number(head?.sequence), Buffer.from(head?.hash ?? [])]).toEqual([count, before]);
  }
});

it("keeps nothing of a call that is rolled back", async () => {
  const child = crypto.randomUUID();
  const failed = database.app.transaction(actor, async ({ sql }) => {
    await sql`select kompass.audit('verb', 'uppfoljning', ${child}::uuid, array['draft'])`;
    throw new Error("no");
  });
  await expect(failed).rejects.toThrow("no");
  expect(await readLinks(child)).toEqual([]);
});

it("holds nothing of whoever may not, whether the child exists or not", async () => {
  const child = crypto.randomUUID();
  const standings = await database.app.transaction({ ...actor, aboutChild: child }, async ({ sql }) => {
    const [row] = await sql<{ standings: string[] }[]>`
      select kompass.approach(${child}, '2026-01-01', array['barnkontakt'], 'verb', 'uppfoljning', array['draft']) as standings`;
    return row?.standings;
  });
  expect(standings).toEqual([]);
  expect(await readLinks(child)).toEqual([]);
});
