import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ActorTransaction } from "../connection/index.ts";
import { openTestDatabase, type TestDatabase } from "../testing/index.ts";

const KOMMUN = "9302";
const actor = { type: "person", kommunCode: KOMMUN, personId: crypto.randomUUID() } as const;
const job = { type: "system", kommunCode: KOMMUN, job: "purge" } as const;

const UNIT = crypto.randomUUID();

let database: TestDatabase;

async function aChild(): Promise<string> {
  const id = crypto.randomUUID();
  await database.admin`
    insert into child (kommun_code, id, case_number, given_name, family_name, unit_id, registered_on)
    values (${KOMMUN}, ${id}, ${id.slice(0, 8)}, 'Nilo', 'Vandral', ${UNIT}, '2026-01-01')`;
  return id;
}

beforeAll(async () => {
  database = await openTestDatabase();
  await database.admin`insert into kommun (kommun_code, name) values (${KOMMUN}, 'Provkommun')`;
  await database.admin`
    insert into unit (kommun_code, id, code, name, kind) values (${KOMMUN}, ${UNIT}, 'S1', 'Skolan', 'grundskola')`;
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
         jsonb_build_array(2, kommun_code, chain, sequence, extract(epoch from at), actor_kind, actor, verb, purpose,
                           child_alias, child_aliases, fields, encode(first_hash, 'hex'))::text as content
    from audit_log where kommun_code = ${KOMMUN} and chain = ${chain} order by sequence`;

async function aliasOf(childId: string): Promise<string> {
  const [row] = await database.admin<{ alias: string }[]>`
    select alias from audit_child where kommun_code = ${KOMMUN} and child_id = ${childId}`;
  return row?.alias ?? "00000000-0000-0000-0000-000000000000";
}

const write = (verb: string, childId: string) =>
  database.app.transaction(actor, async ({ sql }) => {
    await sql`select kompass.audit(${verb}, 'uppfoljning', ${childId}::uuid, array['draft'])`;
  });

/** Verbs hold no digits. */
const nameOf = (index: number) => `do${String.fromCharCode(97 + Math.floor(index / 26), 97 + (index % 26))}`;

async function expectWhole(chain: string, count: number): Promise<void> {
  let before = createHash("sha256").update(`${KOMMUN}${chain}`).digest();
  for (const { previous_hash, hash, content } of await readLinks(chain)) {
    expect(Buffer.from(previous_hash)).toEqual(before);
    before = createHash("sha256").update(before).update(content).digest();
    expect(Buffer.from(hash)).toEqual(before);
  }
  const [head] = await database.admin<{ sequence: string; hash: Uint8Array }[]>`
    select sequence, hash from audit_chain where kommun_code = ${KOMMUN} and chain = ${chain}`;
  expect([Number(head?.sequence), Buffer.from(head?.hash ?? [])]).toEqual([count, before]);
}

it("forms one chain a child, also when many write to it at once", async () => {
  const [child, other] = [await aChild(), await aChild()];
  const rounds = Array.from({ length: 60 }, (_, index) => index);
  await Promise.all(rounds.map((index) => write(`people.${nameOf(index)}`, index % 3 === 0 ? other : child)));
  for (const [childId, count] of [
    [child, 40],
    [other, 20],
  ] as const) {
    const chain = await aliasOf(childId);
    const links = await readLinks(chain);
    expect(links.map(({ sequence }) => Number(sequence))).toEqual(rounds.slice(0, count).map((at) => at + 1));
    expect(new Set(links.map(({ verb }) => verb)).size).toBe(count);
    await expectWhole(chain, count);
  }
});

it("keeps nothing of a call that is rolled back", async () => {
  const child = await aChild();
  const failed = database.app.transaction(actor, async ({ sql }) => {
    await sql`select kompass.audit('people.getChild', 'uppfoljning', ${child}::uuid, array['draft'])`;
    throw new Error("no");
  });
  await expect(failed).rejects.toThrow("no");
  expect(await readLinks(await aliasOf(child))).toEqual([]);
});

it("holds nothing of whoever may not, whether the child exists or not", async () => {
  const child = await aChild();
  const standings = await database.app.transaction({ ...actor, aboutChild: child }, async ({ sql }) => {
    const [row] = await sql<{ standings: string[] }[]>`
      select kompass.approach(${child}, '2026-01-01', array['barnkontakt'], 'people.getChild', 'uppfoljning', array['draft']) as standings`;
    return row?.standings;
  });
  expect(standings).toEqual([]);
  expect(await readLinks(await aliasOf(child))).toEqual([]);
});

describe("whom a row is about", () => {
  const wholeLog = async () =>
    JSON.stringify(await database.admin`select * from audit_log`) +
    JSON.stringify(await database.admin`select * from audit_chain`);

  it("stands in the log as an alias that only the kept salt leads back to", async () => {
    const [child, listed] = [await aChild(), await aChild()];
    await write("people.getChild", child);
    await database.app.transaction(
      actor,
      ({ sql }) =>
        sql`select kompass.audit_many('people.listCaseload', 'arbetslista', ${[listed, child, listed]}::uuid[], array['child'])`,
    );
    const log = await wholeLog();
    for (const id of [child, listed, actor.personId]) expect(log).not.toContain(id);
    const [row] = await database.admin<{ child_aliases: string[] }[]>`
      select child_aliases from audit_log where kommun_code = ${KOMMUN} and verb = 'people.listCaseload'`;
    const [first, second] = [await aliasOf(listed), await aliasOf(child)];
    expect(row?.child_aliases).toEqual([first, second, first]);
  });

  it("cannot be turned to another child by whoever writes in the tables: an alias commits to its child", async () => {
    const child = await aChild();
    await write("people.getChild", child);
    const turned = database.admin`
      update audit_child set child_id = ${crypto.randomUUID()} where kommun_code = ${KOMMUN} and child_id = ${child}`;
    await expect(turned).rejects.toThrow(/audit_child_alias_commits/);
  });

  it("is forgotten with the purge: nothing leads to the child, and the chain stands as it was", async () => {
    const child = await aChild();
    for (const verb of ["people.getChild", "behovskompass.getChart", "people.closeChild"])
      await write(verb, child);
    const chain = await aliasOf(child);
    const forget = () =>
      database.admin.begin(async (sql) => {
        await sql`select set_config('kompass.kommun', ${KOMMUN}, true)`;
        const [row] = await sql<{ known: boolean }[]>`select kompass.forget_in_log(${child}) as known`;
        return row?.known;
      });
    const before = JSON.stringify(await readLinks(chain));
    expect(await forget()).toBe(true);
    expect(JSON.stringify(await readLinks(chain))).toBe(before);
    await expectWhole(chain, 3);
    expect(JSON.stringify(await database.admin`select * from audit_child`)).not.toContain(child);
    expect(JSON.stringify(await database.admin`select * from audit_child`)).not.toContain(chain);
    expect(await forget()).toBe(false);
  });

  it("is forgotten by nobody who logs in, and salts are read by nobody who serves people", async () => {
    const forget = ({ sql }: ActorTransaction) => sql`select kompass.forget_in_log(${crypto.randomUUID()})`;
    await expect(database.app.transaction(actor, forget)).rejects.toThrow(/permission denied/);
    await expect(database.job.transaction(job, forget)).rejects.toThrow(/permission denied/);
    for (const table of ["audit_child", "audit_actor", "log_review_item"]) {
      const read = database.app.transaction(actor, ({ sql }) => sql`select * from ${sql(table)}`);
      await expect(read).rejects.toThrow(/permission denied/);
    }
  });
});
