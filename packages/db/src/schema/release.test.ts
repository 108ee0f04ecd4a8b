import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "../connection/index.ts";
import { openTestDatabase, type TestDatabase } from "../testing/index.ts";

const KOMMUN = "9105";
let database: TestDatabase;
const [maker, approver, leader] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
const as = (personId: string): PersonActor => ({ type: "person", kommunCode: KOMMUN, personId });

const DOCUMENT = JSON.stringify({
  id: "kompass-9105-2026Q1-1",
  places: [{ code: KOMMUN, level: "kommun" }],
  cells: [{ table: "uptake", unit: KOMMUN, cell: { status: "protected" } }],
});

beforeAll(async () => {
  database = await openTestDatabase();
  const { admin } = database;
  await admin`insert into kommun (kommun_code, name) values (${KOMMUN}, 'Prövland')`;
  for (const [id, name, role] of [
    [maker, "Solumi", "statistikansvarig"],
    [approver, "Rikumi", "statistikansvarig"],
    [leader, "Viliske", "styrgrupp"],
  ] as const) {
    await admin`
      insert into person (kommun_code, id, login_key, given_name, family_name, title)
      values (${KOMMUN}, ${id}, ${name}, ${name}, 'Granverle', 'test')`;
    await admin`
      insert into person_role (kommun_code, person_id, role, valid_from) values (${KOMMUN}, ${id}, ${role}, '2020-01-01')`;
  }
});
afterAll(() => database.close());

/** A draft made by a job for whoever asked; the earlier one is withdrawn. */
async function makeDraft(
  releaseId: string,
  requestedBy: string | null,
): Promise<{ id: string; sha256: string }> {
  const { admin } = database;
  const id = crypto.randomUUID();
  await admin`update sealed.release_draft set state = 'withdrawn' where state in ('requested', 'draft')`;
  const [row] = await admin`
    insert into sealed.release_draft (kommun_code, id, state, periods, requested_by, release_id, document, sha256)
    values (${KOMMUN}, ${id}, 'draft', '{2026Q1}', ${requestedBy}, ${releaseId}, ${DOCUMENT},
            encode(sha256(convert_to(${DOCUMENT}, 'UTF8')), 'hex')) returning sha256`;
  return { id, sha256: row?.sha256 };
}

const approve = (personId: string, draft: { id: string; sha256: string }) =>
  database.app.transaction(
    as(personId),
    ({ sql }) => sql`select kompass.approve_release(${draft.id}, ${draft.sha256})`,
  );

describe("an approved release", () => {
  it("cannot be changed by anybody, the owner included", async () => {
    await approve(approver, await makeDraft("kompass-9105-2026Q1-1", maker));
    const { admin } = database;
    for (const change of [
      "update statistics.release set head = '{}'",
      "delete from statistics.release_part",
      "truncate statistics.release cascade",
      "update sealed.release_draft set state = 'draft' where state = 'approved'",
      "delete from sealed.release_draft",
    ]) {
      await expect(admin.unsafe(change), change).rejects.toThrow("release_frozen");
      // The owner's own role, with the rights of an owner.
      const asOwner = admin.begin(async (sql) => {
        await sql`grant kompass_owner to current_user`;
        await sql`set local role kompass_owner`;
        await sql.unsafe("alter table statistics.release no force row level security");
        await sql.unsafe("alter table statistics.release_part no force row level security");
        await sql.unsafe("alter table sealed.release_draft no force row level security");
        await sql.unsafe(change);
      });
      await expect(asOwner, change).rejects.toThrow("release_frozen");
    }
    const asApp = database.app.transaction(as(approver), ({ sql }) => sql`delete from statistics.release`);
    await expect(asApp).rejects.toThrow(/permission denied/);
    const asJob = database.job.transaction(as(approver), ({ sql }) => sql`delete from statistics.release`);
    await expect(asJob).rejects.toThrow(/permission denied/);
  });

  it("needs a second person, by name, who looked at exactly that draft", async () => {
    const draft = await makeDraft("kompass-9105-2026Q2-1", maker);
    await expect(approve(maker, draft)).rejects.toThrow("same_person");
    await expect(approve(leader, draft)).rejects.toThrow("not_statistikansvarig");
    await expect(approve(approver, { ...draft, sha256: "0" })).rejects.toThrow("release_not_open");
    await approve(approver, draft);
    await expect(approve(approver, draft)).rejects.toThrow("release_not_open");
    const [row] =
      await database.admin`select head from statistics.release where id = 'kompass-9105-2026Q2-1'`;
    expect(row?.head).toMatchObject({ approvedBy: "Rikumi Granverle", sha256: draft.sha256 });
    expect(row?.head).not.toHaveProperty("cells");
  });

  it("is not approved by the one who asked for it even past the function", async () => {
    const draft = await makeDraft("kompass-9105-2026Q3-1", maker);
    const past = database.admin`
      update sealed.release_draft set state = 'approved', decided_by = ${maker} where id = ${draft.id}`;
    await expect(past).rejects.toThrow("release_draft_second_person");
  });
});

describe("the role that serves statistics", () => {
  const read = (query: string) => database.statistics.transaction(as(leader), ({ sql }) => sql.unsafe(query));

  it("reads the releases of its kommun", async () => {
    expect(
      await read("select id from statistics.release_part join statistics.release on id = release_id"),
    ).not.toEqual([]);
    const elsewhere = database.statistics.transaction(
      { ...as(leader), kommunCode: "9999" },
      ({ sql }) => sql`select id from statistics.release`,
    );
    expect(await elsewhere).toEqual([]);
  });

  it("reads no other table: no child, no count, nothing sealed", async () => {
    const tables = await database.admin<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname in ('public', 'sealed', 'migration')`;
    expect(tables.length).toBeGreaterThan(30);
    for (const { name } of tables)
      await expect(read(`select 1 from ${name}`), name).rejects.toThrow(/permission denied/);
    await expect(read("select kompass.my_children()")).rejects.toThrow(
      "permission denied for schema kompass",
    );
    await expect(read("insert into statistics.release_part values ('9105')")).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe("what is sealed", () => {
  it("is the statistics officer's alone", async () => {
    const read = (personId: string) =>
      database.app.transaction(as(personId), ({ sql }) => sql`select id from sealed.release_draft`);
    expect((await read(maker)).length).toBeGreaterThan(0);
    expect(await read(leader)).toEqual([]);
    for (const table of ["release_series", "release_key"]) {
      const proof = database.app.transaction(as(maker), ({ sql }) =>
        sql.unsafe(`select 1 from sealed.${table}`),
      );
      await expect(proof, table).rejects.toThrow(/permission denied/);
    }
  });

  it("is asked for in one's own name, one release at a time", async () => {
    await database.admin`update sealed.release_draft set state = 'withdrawn' where state in ('requested', 'draft')`;
    const ask = (personId: string, requestedBy: string) =>
      database.app.transaction(
        as(personId),
        ({ sql }) => sql`
          insert into sealed.release_draft (kommun_code, id, state, periods, requested_by)
          values (${KOMMUN}, ${crypto.randomUUID()}, 'requested', '{2026Q4}', ${requestedBy})`,
      );
    await expect(ask(leader, leader)).rejects.toThrow(/row-level security/);
    await expect(ask(maker, approver)).rejects.toThrow(/row-level security/);
    await ask(maker, maker);
    await expect(ask(approver, approver)).rejects.toThrow("release_draft_one_open");
  });
});
