import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ActorTransaction } from "../connection/index.ts";
import { openTestDatabase, type TestDatabase } from "../testing/index.ts";

const KOMMUN = "9304";
const UNIT = crypto.randomUUID();
const actor = { type: "person", kommunCode: KOMMUN, personId: crypto.randomUUID() } as const;

let database: TestDatabase;
let childId: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const { admin } = database;
  childId = crypto.randomUUID();
  await admin`insert into kommun (kommun_code, name) values (${KOMMUN}, 'Provkommun')`;
  await admin`
    insert into unit (kommun_code, id, code, name, kind) values (${KOMMUN}, ${UNIT}, 'S1', 'Skolan', 'grundskola')`;
  await admin`
    insert into person (kommun_code, id, login_key, given_name, family_name, title)
    values (${KOMMUN}, ${actor.personId}, 'test:any', 'Någon', 'Test', 'test')`;
  await admin`
    insert into child (kommun_code, id, case_number, given_name, family_name, unit_id, registered_on)
    values (${KOMMUN}, ${childId}, 'A1', 'Nilo', 'Vandral', ${UNIT}, '2026-01-01')`;
});
afterAll(() => database.close());

const attempt = (work: (tx: ActorTransaction) => Promise<unknown>) => database.app.transaction(actor, work);

describe("whoever is signed in", () => {
  it("reaches no session, neither to read nor to make one", async () => {
    for (const work of [
      ({ sql }: ActorTransaction) => sql`select 1 from session`,
      ({ sql }: ActorTransaction) => sql`delete from session`,
      ({ sql }: ActorTransaction) => sql`update session set acr = 'x'`,
      ({ sql }: ActorTransaction) => sql`
        insert into session (token_hash, kommun_code, person_id, expires_at)
        values ('a', ${KOMMUN}, ${actor.personId}, now())`,
    ]) {
      await expect(attempt(work)).rejects.toMatchObject({ code: "42501" });
    }
    const begin = ({ sql }: ActorTransaction) => sql`
      select kompass.start_session('a', ${KOMMUN}, ${actor.personId}, null, 'demo', null, null, 4)`;
    await expect(attempt(begin)).rejects.toThrow(/signed_in_already/);
  });

  it("gives nobody a role as a login does, and asks for no login's owner", async () => {
    const follow = ({ sql }: ActorTransaction) =>
      sql`select kompass.follow_roles(${KOMMUN}, ${actor.personId}, '{administrator}', '{administrator}')`;
    await expect(attempt(follow)).rejects.toThrow(/signed_in_already/);
    const found = await attempt(({ sql }) => sql`select 1 from kompass.find_staff('test:any', ${[KOMMUN]})`);
    expect(found).toHaveLength(0);
    expect(await database.app.sql`select 1 from kompass.find_staff('test:any', ${[KOMMUN]})`).toHaveLength(1);
  });
});

describe("the log", () => {
  const audit = (verb: string, purpose: string, child: string, fields: string[]) =>
    attempt(({ sql }) => sql`select kompass.audit(${verb}, ${purpose}, ${child}::uuid, ${fields}::text[])`);

  it("takes names from lists and no text", async () => {
    await audit("people.getChild", "uppfoljning", childId, ["child", "guardian.account_id"]);
    await audit("refused.people.getChild", "nekad", childId, []);
    for (const [verb, purpose, fields] of [
      ["Kalle mår dåligt", "uppfoljning", ["child"]],
      ["people", "uppfoljning", ["child"]],
      ["people.getChild", "fritext", ["child"]],
      ["people.getChild", "uppfoljning", ["Kalle mår dåligt"]],
      ["people.getChild", "uppfoljning", ["Kalle"]],
    ] as const) {
      await expect(audit(verb, purpose, childId, [...fields])).rejects.toThrow(/not_a_log_row/);
      const many = attempt(
        ({ sql }) =>
          sql`select kompass.approach(${childId}, '2026-01-01', '{barnkontakt}', ${verb}, ${purpose}, ${[...fields]}::text[])`,
      );
      await expect(many).rejects.toThrow(/not_a_log_row/);
    }
    const spoken = attempt(
      ({ sql }) =>
        sql`select kompass.audit_many('people.listCaseload', 'arbetslista', null, '{Kalle mår dåligt}')`,
    );
    await expect(spoken).rejects.toThrow(/not_a_log_row/);
  });

  it("is of children of the kommun alone", async () => {
    const stranger = crypto.randomUUID();
    await expect(audit("people.getChild", "uppfoljning", stranger, ["child"])).rejects.toThrow(
      /not_a_child_here/,
    );
  });
});
