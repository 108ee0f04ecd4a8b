import { UNIT_KINDS, type UnitKind } from "@kompassen/domain/people";
import { addDays, localDate } from "@kompassen/domain/shared";
import { ageGroupAtEvent } from "@kompassen/domain/stodprocess";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "../connection/index.ts";
import { openTestDatabase, type TestDatabase } from "../testing/index.ts";

const KOMMUN = "9303";
const [school, preschool, person, stranger, child] = Array.from({ length: 5 }, () => crypto.randomUUID());

let database: TestDatabase;
const job: Actor = { type: "system", kommunCode: KOMMUN, job: "test" };
const as = (personId: string | undefined): Actor => ({
  type: "person",
  kommunCode: KOMMUN,
  personId: personId ?? "",
});

beforeAll(async () => {
  database = await openTestDatabase();
  const { admin } = database;
  await admin`insert into kommun (kommun_code, name) values (${KOMMUN}, 'Prövland'), ('9304', 'Grannland')`;
  await admin`
    insert into unit (kommun_code, id, code, name, kind) values
      (${KOMMUN}, ${school ?? ""}, 'SKO1', 'Skolan', 'grundskola'),
      (${KOMMUN}, ${preschool ?? ""}, 'FSK1', 'Förskolan', 'forskola')`;
  for (const id of [person, stranger]) {
    await admin`
      insert into person (kommun_code, id, login_key, given_name, family_name, title)
      values (${KOMMUN}, ${id ?? ""}, ${id ?? ""}, 'Marumi', 'Strandverle', 'Rektor')`;
  }
});
beforeEach(async () => {
  const { admin } = database;
  await admin`truncate child cascade`;
  await admin`
    insert into child (kommun_code, id, case_number, given_name, family_name, birth_date, unit_id, registered_on)
    values (${KOMMUN}, ${child ?? ""}, 'B-0001', 'Nilo', 'Vandral', '2018-05-10', ${school ?? ""}, '2024-01-10')`;
  await admin`
    insert into placement (kommun_code, id, child_id, unit_id, valid_from, valid_to) values
      (${KOMMUN}, gen_random_uuid(), ${child ?? ""}, ${preschool ?? ""}, '2020-08-15', '2024-08-14'),
      (${KOMMUN}, gen_random_uuid(), ${child ?? ""}, ${school ?? ""}, '2024-08-15', null)`;
  await admin`
    insert into child_relation (kommun_code, id, child_id, person_id, kind, valid_from)
    values (${KOMMUN}, gen_random_uuid(), ${child ?? ""}, ${person ?? ""}, 'barnkontakt', '2024-01-10')`;
});
afterAll(() => database.close());

const addStep = (actor: Actor, over: { kind?: string; detail?: string | null; registered?: string } = {}) => {
  const { kind = "barnsamtal", detail = null, registered = "2025-03-02" } = over;
  const on = actor.type === "person" ? database.app : database.job;
  return on.transaction(
    actor,
    ({ sql }) => sql`
      insert into process_step (kommun_code, child_id, kind, id, detail, unit_id, age_group, registered_on, occurred_on, source)
      values (kompass.kommun(), ${child ?? ""}, ${kind}, gen_random_uuid(), ${detail}, ${school ?? ""}, '7-12', ${registered}, '2025-03-01', 'app')`,
  );
};

describe("a step", () => {
  it("is added and read by whoever stands to the child, and by nobody else", async () => {
    await addStep(as(person));
    await expect(addStep(as(stranger))).rejects.toThrow(/row-level security/);
    const seenBy = (actor: Actor) =>
      database.app.transaction(actor, ({ sql }) => sql`select kind from process_step`);
    expect(await seenBy(as(person))).toHaveLength(1);
    expect(await seenBy(as(stranger))).toHaveLength(0);
  });

  it("stays as it is: neither people nor jobs may change or remove one", async () => {
    await addStep(as(person));
    for (const [on, actor] of [
      [database.app, as(person)],
      [database.job, job],
    ] as const) {
      const change = on.transaction(actor, ({ sql }) => sql`update process_step set age_group = '1-6'`);
      await expect(change).rejects.toThrow(/permission denied/);
      const removal = on.transaction(actor, ({ sql }) => sql`delete from process_step`);
      await expect(removal).rejects.toThrow(/permission denied/);
    }
  });

  it("is closed to jobs of another kommun", async () => {
    await addStep(job);
    const others = await database.job.transaction(
      { ...job, kommunCode: "9304" },
      ({ sql }) => sql`select 1 from process_step`,
    );
    expect(others).toHaveLength(0);
  });

  it("has a detail where its kind asks for one, from the kind's own words", async () => {
    await addStep(job, { kind: "upptackarkort", detail: "aktivera_barnkontakt" });
    await addStep(job, { kind: "individuellt_barnteam" });
    for (const [kind, detail] of [
      ["upptackarkort", null],
      ["upptackarkort", "barnteam"],
      ["beslut", null],
      ["barnsamtal", "barnteam"],
      ["avslutat_annat", "behov_uppfyllt"],
    ] as const) {
      await expect(addStep(job, { kind, detail }), `${kind} ${detail}`).rejects.toThrow(/detail_of_kind/);
    }
  });

  it("has happened when it is registered", async () => {
    await expect(addStep(job, { registered: "2025-02-28" })).rejects.toThrow(/before_registered/);
  });
});

describe("where a child counts on a day", () => {
  const placeOn = async (day: string) => {
    const [place] = await database.job.transaction(
      job,
      ({ sql }) => sql<{ unit_id: string | null; age_group: string }[]>`
        select unit_id, age_group from kompass.place_at_event(${child ?? ""}, ${day})`,
    );
    return place;
  };

  it("is the unit of that day, in the group of that day", async () => {
    expect(await placeOn("2024-08-14")).toEqual({ unit_id: preschool, age_group: "1-6" });
    expect(await placeOn("2024-08-15")).toEqual({ unit_id: school, age_group: "7-12" });
    expect(await placeOn("2031-05-10")).toEqual({ unit_id: school, age_group: "13-16" });
  });

  it("is the first unit before any placement, and the unit of now without one", async () => {
    expect(await placeOn("2019-01-01")).toEqual({ unit_id: preschool, age_group: "1-6" });
    await database.admin`delete from placement`;
    expect(await placeOn("2019-01-01")).toEqual({ unit_id: school, age_group: "7-12" });
  });

  it("is no unit with protected identity, but still a group", async () => {
    await database.admin`update child set protected_identity = 'sekretessmarkering'`;
    expect(await placeOn("2024-08-15")).toEqual({ unit_id: null, age_group: "7-12" });
  });

  it("has the groups of the domain, month after month, at every kind of unit", async () => {
    const births = ["2008-02-29", "2012-01-31", "2016-12-01", null] as const;
    const days = Array.from({ length: 240 }, (_, index) => addDays(localDate("2007-12-30"), index * 31));
    const cases = births.flatMap((birth) =>
      UNIT_KINDS.flatMap((kind: UnitKind) =>
        days.map((day) => ({
          birth,
          kind,
          day,
          group: ageGroupAtEvent(birth === null ? null : localDate(birth), kind, day),
        })),
      ),
    );
    const wrong = await database.admin`
      select c.*, kompass.barnteam_age_group(c.birth, c.kind, c.day) as stored
        from jsonb_to_recordset(${JSON.stringify(cases)}::text::jsonb) as c (birth date, kind text, day date, "group" text)
       where kompass.barnteam_age_group(c.birth, c.kind, c.day) <> c."group"`;
    expect(wrong).toEqual([]);
    expect(cases).toHaveLength(births.length * UNIT_KINDS.length * days.length);
  });
});
