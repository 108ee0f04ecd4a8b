import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { addDays, todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findKnown } from "../errors/index.ts";
import { registerChildOf } from "../testing/a-child.ts";
import { aKommun, type Caller, type TestKommun } from "../testing/a-kommun.ts";

let database: TestDatabase;
let kommun: TestKommun;
let administrator: { id: string; as: Caller; atOpenScreen: Caller };
let other: { id: string; as: Caller };
const today = todayInSweden(new Date());

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, "9108");
  administrator = await kommun.person("Pelovi", "administrator");
  other = await kommun.person("Sigarle", "administrator");
});
afterAll(() => database.close());

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => undefined,
    (error: unknown) => findKnown(error),
  );

const asApp = <T>(personId: string, work: Parameters<typeof database.app.transaction<T>>[1]) =>
  database.app.transaction({ type: "person", kommunCode: kommun.kommunCode, personId }, work);

const school = {
  code: "SKO9",
  name: "Ekmyrskolan",
  kind: "grundskola",
  omradeId: null,
  huvudman: "Prövlands kommun",
  schoolUnitCode: "12345678",
  validTo: null,
} as const;

describe("a place", () => {
  it("is added once, changed, and closed, and whoever changed a field stands in the log", async () => {
    const unitId = crypto.randomUUID();
    const { administration } = administrator.as;
    await administration.recordUnit({ unitId, version: null, ...school });
    await administration.recordUnit({ unitId, version: null, ...school });
    await administration.recordUnit({
      unitId,
      version: 1,
      ...school,
      name: "Ekskolan",
      validTo: addDays(today, -1),
    });
    const { units } = await administration.getOrganisation();
    expect(units.find(({ id }) => id === unitId)).toMatchObject({
      name: "Ekskolan",
      validTo: addDays(today, -1),
      version: 2,
    });
    const [entry] = await administration.listLog();
    expect(entry).toMatchObject({
      by: "Pelovi Test",
      verb: "recordUnit",
      table: "unit",
      subject: "Ekskolan",
    });
    expect(entry?.fields).toEqual(["name", "validTo"]);
  });

  it("that is closed is not chosen any more", async () => {
    const unitId = crypto.randomUUID();
    const closed = { ...school, code: "SKO10", schoolUnitCode: null, validTo: addDays(today, -1) };
    await administrator.as.administration.recordUnit({ unitId, version: null, ...closed });
    const { units } = await administrator.as.people.listOptions();
    expect(units.map(({ id }) => id)).not.toContain(unitId);
  });

  it("is shown to the second of two who change it, and has codes of its own", async () => {
    const unitId = crypto.randomUUID();
    const { administration } = administrator.as;
    const place = { ...school, code: "SKO11", schoolUnitCode: "12345679" };
    await administration.recordUnit({ unitId, version: null, ...place });
    await administration.recordUnit({ unitId, version: 1, ...place, name: "Norrskolan" });
    const late = await refusalOf(other.as.administration.recordUnit({ unitId, version: 1, ...place }));
    expect(late).toMatchObject({ code: "conflict", detail: { version: 2, current: { name: "Norrskolan" } } });
    const taken = await refusalOf(
      administration.recordUnit({ unitId: crypto.randomUUID(), version: null, ...place, code: "SKO12" }),
    );
    expect(taken).toMatchObject({
      code: "invalid",
      detail: { faults: [{ field: "schoolUnitCode", expected: "not_taken" }] },
    });
  });

  it("is changed by administrators alone: for others the way is not there, and the database refuses it too", async () => {
    const stranger = await kommun.person("Rektorn", "barnkontakt");
    const unitId = crypto.randomUUID();
    const attempt = stranger.as.administration.recordUnit({ unitId, version: null, ...school, code: "X" });
    expect(await refusalOf(attempt)).toMatchObject({ code: "not_found" });
    const past = asApp(
      stranger.id,
      ({ sql }) => sql`
      insert into unit (kommun_code, id, code, name, kind) values (${kommun.kommunCode}, ${unitId}, 'X', 'X', 'annan')`,
    );
    await expect(past).rejects.toThrow(/row-level security/);
    const changed = await asApp(stranger.id, ({ sql }) => sql`update unit set name = 'X'`);
    expect(changed.count).toBe(0);
  });
});

describe("somebody who works here", () => {
  const add = async (...roles: ("barnkontakt" | "stodsamordnare" | "administrator")[]) => {
    const person = await kommun.person("Ny", ...roles);
    const view = await administrator.as.administration.getPerson({ personId: person.id });
    return { ...person, view };
  };

  it("is found by name or login, and has roles from a day and to a day", async () => {
    const personId = crypto.randomUUID();
    const { administration } = administrator.as;
    await administration.recordPerson({
      personId,
      version: null,
      loginKey: "nilo@provland.example",
      givenName: "Nilo",
      familyName: "Hundra_procent",
      title: "Kurator",
      unitId: kommun.unitId,
    });
    await administration.grantRole({
      personId,
      role: "teammedlem",
      validFrom: today,
      validTo: addDays(today, 30),
    });
    const search = (text: string) => administration.searchPersons({ text, unitId: null, page: 1 });
    expect((await search("a_pro")).persons.map(({ id }) => id)).toEqual([personId]);
    expect((await search("nilo@provland")).persons).toMatchObject([{ id: personId, roles: ["teammedlem"] }]);
    expect((await search("%")).persons).toEqual([]);
    await administration.endRole({ personId, role: "teammedlem", validFrom: today });
    expect((await search("nilo@provland")).persons).toMatchObject([{ roles: [] }]);
  });

  it("is out at once when the account is closed", async () => {
    const { id, view } = await add("stodsamordnare");
    const { admin } = database;
    await admin`
      insert into session (token_hash, kommun_code, person_id, expires_at)
      values (${id}, ${kommun.kommunCode}, ${id}, now() + interval '1 hour')`;
    await administrator.as.administration.setDisabled({
      personId: id,
      version: view.version,
      isDisabled: true,
    });
    expect(await admin`select 1 from session where person_id = ${id}`).toHaveLength(0);
    expect(await admin`select 1 from person where id = ${id} and disabled_at is not null`).toHaveLength(1);
  });

  it("hands out a way in only after proving anew who one is, and closes one at once", async () => {
    const personId = crypto.randomUUID();
    const { administration: left } = administrator.atOpenScreen;
    const { administration } = administrator.as;
    const person = {
      personId,
      loginKey: "grimulo@provland",
      givenName: "Grimulo",
      familyName: "Test",
      title: "Rektor",
      unitId: kommun.unitId,
    };
    const grant = { personId, role: "barnkontakt", validFrom: today, validTo: null } as const;
    const needed = { code: "step_up_needed" };
    expect(await refusalOf(left.recordPerson({ ...person, version: null }))).toMatchObject(needed);
    await administration.recordPerson({ ...person, version: null });
    expect(await refusalOf(left.grantRole(grant))).toMatchObject(needed);
    const moved = { ...person, loginKey: "annan@provland", version: 1 };
    expect(await refusalOf(left.recordPerson(moved))).toMatchObject(needed);
    await left.recordPerson({ ...person, title: "Biträdande rektor", version: 1 });
    await left.setDisabled({ personId, version: 2, isDisabled: true });
    const opening = left.setDisabled({ personId, version: 3, isDisabled: false });
    expect(await refusalOf(opening)).toMatchObject(needed);
    await administration.setDisabled({ personId, version: 3, isDisabled: false });
  });

  it("never gives itself a role, nor takes one: in the api and in the database", async () => {
    const { id } = administrator;
    const own = administrator.as.administration.grantRole({
      personId: id,
      role: "barnkontakt",
      validFrom: today,
      validTo: null,
    });
    expect(await refusalOf(own)).toMatchObject({ code: "not_found" });
    const past = asApp(
      id,
      ({ sql }) => sql`
      insert into person_role (kommun_code, person_id, role, valid_from)
      values (${kommun.kommunCode}, ${id}, 'loggranskare', ${today})`,
    );
    await expect(past).rejects.toThrow(/row-level security/);
    const ended = await asApp(
      id,
      ({ sql }) => sql`update person_role set valid_to = ${today} where person_id = ${id}`,
    );
    expect(ended.count).toBe(0);
  });

  it("does not close its own account", async () => {
    const { version } = await administrator.as.administration.getPerson({ personId: administrator.id });
    const attempt = administrator.as.administration.setDisabled({
      personId: administrator.id,
      version,
      isDisabled: true,
    });
    expect(await refusalOf(attempt)).toMatchObject({ code: "closed", detail: { reason: "own_account" } });
  });

  it("keeps its login while it stands to children: nobody takes over an account", async () => {
    const follower = await add("stodsamordnare");
    await registerChildOf(kommun, follower.as);
    const { loginKey, givenName, familyName, title, unitId, version } = follower.view;
    const same = { personId: follower.id, version, givenName, familyName, title, unitId };
    const attempt = administrator.as.administration.recordPerson({
      ...same,
      loginKey: "pelovi@provland.example",
    });
    expect(await refusalOf(attempt)).toMatchObject({ code: "closed", detail: { reason: "login_in_use" } });
    await administrator.as.administration.recordPerson({ ...same, title: "Kurator", loginKey });
  });
});

describe("the last administrator", () => {
  it("stays, also when two end each other at the same moment", async () => {
    const place = await aKommun(database, "9109");
    const [one, two] = [
      await place.person("Ett", "administrator"),
      await place.person("Två", "administrator"),
    ];
    const ends = [
      one.as.administration.endRole({ personId: two.id, role: "administrator", validFrom: "2020-01-01" }),
      two.as.administration.endRole({ personId: one.id, role: "administrator", validFrom: "2020-01-01" }),
    ];
    const refusals = await Promise.all(ends.map(refusalOf));
    expect(refusals.filter((refusal) => refusal === undefined)).toHaveLength(1);
    const left = await database.admin`
      select 1 from person_role where kommun_code = '9109' and role = 'administrator' and valid_to is null`;
    expect(left).toHaveLength(1);
  });
});

describe("an administrator", () => {
  it("reaches no child, no guardian and no answer, whatever is asked", async () => {
    const follower = await kommun.person("Samordnaren", "stodsamordnare");
    const { childId } = await registerChildOf(kommun, follower.as);
    const tables = [
      "child",
      "guardian",
      "placement",
      "child_relation",
      "assessment",
      "consent",
      "hand_over",
      "guardian_candidate",
      "register_notice",
    ];
    for (const table of tables) {
      const rows = await asApp(administrator.id, ({ sql }) => sql.unsafe(`select 1 from ${table}`));
      expect(rows, table).toHaveLength(0);
    }
    for (const table of ["register_person", "register_placement", "register_responsible", "register_duty"]) {
      const read = asApp(administrator.id, ({ sql }) => sql.unsafe(`select 1 from ${table}`));
      await expect(read, table).rejects.toThrow(/permission denied/);
    }
    expect(await refusalOf(administrator.as.people.getChild({ childId }))).toMatchObject({
      code: "not_found",
    });
    expect((await administrator.as.people.listCaseload()).children).toEqual([]);
  });

  it("takes no seat in a team, since a seat opens children", async () => {
    const teamId = crypto.randomUUID();
    const { administration } = administrator.as;
    const team = { name: "Barnteam 7–12", ageGroup: "7-12", unitId: null, validTo: null } as const;
    await administration.recordTeam({ teamId, version: null, ...team });
    const seat = { teamId, part: "Skolpsykolog", isConvenor: false, validFrom: today, validTo: null };
    expect(await refusalOf(administration.seatMember({ ...seat, personId: administrator.id }))).toMatchObject(
      {
        code: "not_found",
      },
    );
    const colleague = await kommun.person("Psykologen", "teammedlem");
    await administration.seatMember({ ...seat, personId: colleague.id, isConvenor: true });
    expect(await administration.getTeam({ teamId })).toMatchObject({
      members: [{ personId: colleague.id, part: "Skolpsykolog", isConvenor: true, validTo: null }],
    });
    await administration.unseatMember({ teamId, personId: colleague.id, validFrom: today });
    expect((await administration.listTeams()).find(({ id }) => id === teamId)).toMatchObject({ members: 0 });
  });

  it("keeps out of the team around a child", async () => {
    const follower = await kommun.person("Samordnaren", "stodsamordnare");
    const { childId } = await registerChildOf(kommun, follower.as);
    const teamId = crypto.randomUUID();
    await database.admin`
      insert into team (kommun_code, id, kind, name, child_id)
      values (${kommun.kommunCode}, ${teamId}, 'individuellt_barnteam', 'Individuellt barnteam', ${childId})`;
    expect(await refusalOf(administrator.as.administration.getTeam({ teamId }))).toMatchObject({
      code: "not_found",
    });
    const colleague = await kommun.person("Psykologen", "teammedlem");
    const seat = administrator.as.administration.seatMember({
      teamId,
      personId: colleague.id,
      part: "Psykolog",
      isConvenor: false,
      validFrom: today,
      validTo: null,
    });
    expect(await refusalOf(seat)).toMatchObject({ code: "not_found" });
  });
});

describe("children left with somebody who has gone", () => {
  it("are a number to the administrator, and a list to the successor alone", async () => {
    const [leaving, successor] = [
      await kommun.person("Slutar", "barnkontakt"),
      await kommun.person("Börjar", "barnkontakt"),
    ];
    const { admin } = database;
    const children = [
      (await registerChildOf(kommun, leaving.as, "barnkontakt")).childId,
      (await registerChildOf(kommun, leaving.as, "barnkontakt")).childId,
    ];
    await admin`update child_relation set valid_from = ${addDays(today, -90)} where child_id = ${children[0] ?? ""}`;
    const { administration } = administrator.as;
    const appoint = (successorId: string) =>
      administration.appointSuccessor({ personId: leaving.id, kind: "barnkontakt", successorId });
    expect(await refusalOf(appoint(successor.id))).toMatchObject({ detail: { reason: "still_responsible" } });
    const { version } = await administration.getPerson({ personId: leaving.id });
    await administration.setDisabled({ personId: leaving.id, version, isDisabled: true });
    const left = (await administration.listLeftBehind()).find(({ personId }) => personId === leaving.id);
    expect(left).toMatchObject({ kind: "barnkontakt", children: 2 });
    expect(JSON.stringify(left)).not.toContain("Vandral");
    expect(await refusalOf(appoint(administrator.id))).toMatchObject({ detail: { reason: "no_successor" } });
    expect(await appoint(successor.id)).toEqual({ children: 2 });
    expect((await successor.as.people.listCaseload()).children.map(({ id }) => id).toSorted()).toEqual(
      children.toSorted(),
    );
    expect((await administration.listLeftBehind()).some(({ personId }) => personId === leaving.id)).toBe(
      false,
    );
    const running = await admin`
      select child_id from child_relation where child_id = any(${children}) and kind = 'barnkontakt' and valid_to is null`;
    expect(running).toHaveLength(2);
  });

  it("go to nobody whose way in the same administrator has made", async () => {
    const leaving = await kommun.person("Lämnar", "barnkontakt");
    await registerChildOf(kommun, leaving.as, "barnkontakt");
    const { administration } = administrator.as;
    const personId = crypto.randomUUID();
    await administration.recordPerson({
      personId,
      version: null,
      loginKey: "ny.rektor@provland",
      givenName: "Ny",
      familyName: "Rektor",
      title: "Rektor",
      unitId: kommun.unitId,
    });
    const role = { personId, role: "barnkontakt", validFrom: today, validTo: null } as const;
    await other.as.administration.grantRole(role);
    const { version } = await administration.getPerson({ personId: leaving.id });
    await administration.setDisabled({ personId: leaving.id, version, isDisabled: true });
    const appointment = { personId: leaving.id, kind: "barnkontakt", successorId: personId } as const;
    const ownMaking = { detail: { reason: "own_making" } };
    expect(await refusalOf(administration.appointSuccessor(appointment))).toMatchObject(ownMaking);
    expect(await refusalOf(other.as.administration.appointSuccessor(appointment))).toMatchObject(ownMaking);
    const third = await kommun.person("Tredje", "administrator");
    expect(await refusalOf(third.atOpenScreen.administration.appointSuccessor(appointment))).toMatchObject({
      code: "step_up_needed",
    });
    expect(await third.as.administration.appointSuccessor(appointment)).toEqual({ children: 1 });
  });

  it("leave whoever decides over others' data with the login they have", async () => {
    const officer = await kommun.person("Ombudet", "dataskyddsombud");
    const { administration } = administrator.as;
    const { version, ...person } = await administration.getPerson({ personId: officer.id });
    const moved = administration.recordPerson({
      personId: officer.id,
      version,
      loginKey: "min.egen@provland",
      givenName: person.givenName,
      familyName: person.familyName,
      title: person.title,
      unitId: person.unitId,
    });
    expect(await refusalOf(moved)).toMatchObject({ detail: { reason: "login_in_use" } });
  });

  it("are nothing to others", async () => {
    const stranger = await kommun.person("Rektorn", "barnkontakt");
    const asked = asApp(stranger.id, ({ sql }) => sql`select * from kompass.left_behind(${today})`);
    await expect(asked).rejects.toThrow(/not_administrator/);
  });
});
