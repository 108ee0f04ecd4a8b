import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findKnown } from "../errors/index.ts";
import { registerChildOf } from "../testing/a-child.ts";
import { aKommun, type Caller, type TestKommun } from "../testing/a-kommun.ts";

let database: TestDatabase;
let kommun: TestKommun;
let responsible: { id: string; as: Caller };

beforeAll(async () => {
  database = await openTestDatabase();
  kommun = await aKommun(database, "9107");
  responsible = await kommun.person("Samordnaren", "stodsamordnare");
});
afterAll(() => database.close());

const corrected = {
  givenName: "Nila",
  familyName: "Vandrall",
  birthDate: "2017-02-28",
  unitId: null,
  protectedIdentity: "ingen",
  version: 1,
} as const;

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => undefined,
    (error: unknown) => findKnown(error),
  );

describe("what is recorded of a child", () => {
  it("is corrected by the one who is responsible, and the child stays at its unit", async () => {
    const { childId } = await registerChildOf(kommun, responsible.as);
    const before = await responsible.as.people.getChild({ childId });
    await responsible.as.people.changeChild({ childId, ...corrected });
    expect(await responsible.as.people.getChild({ childId })).toMatchObject({
      givenName: "Nila",
      familyName: "Vandrall",
      birthDate: "2017-02-28",
      unit: before.unit,
      version: 2,
    });
  });

  it("moves to another unit from today on, and both places are remembered", async () => {
    const { childId } = await registerChildOf(kommun, responsible.as);
    const { admin } = database;
    await admin`update placement set valid_from = '2026-01-07' where child_id = ${childId}`;
    const school = crypto.randomUUID();
    await admin`
      insert into unit (kommun_code, id, code, name, kind)
      values (${kommun.kommunCode}, ${school}, 'skola-2', 'Skola 2', 'grundskola')`;
    await responsible.as.people.changeChild({ childId, ...corrected, unitId: school });
    expect((await responsible.as.people.getChild({ childId })).unit).toEqual({ id: school, name: "Skola 2" });
    const stays = await admin`
      select unit_id = ${school} as "isNew", valid_to is null as "isOpen" from placement
       where child_id = ${childId} order by valid_from`;
    expect([...stays]).toEqual([
      { isNew: false, isOpen: false },
      { isNew: true, isOpen: true },
    ]);
  });

  it("hides the unit from the moment the identity is protected, and a correction does not need to know it", async () => {
    const { childId } = await registerChildOf(kommun, responsible.as);
    await responsible.as.people.changeChild({
      childId,
      ...corrected,
      protectedIdentity: "sekretessmarkering",
    });
    expect(await responsible.as.people.getChild({ childId })).toMatchObject({ unit: null });
    await responsible.as.people.changeChild({ childId, ...corrected, version: 2 });
    expect((await responsible.as.people.getChild({ childId })).unit).not.toBeNull();
  });

  it("is shown to the second of two who correct it, not overwritten", async () => {
    const { childId } = await registerChildOf(kommun, responsible.as);
    await responsible.as.people.changeChild({ childId, ...corrected });
    const refusal = await refusalOf(
      responsible.as.people.changeChild({ childId, ...corrected, givenName: "Nilo Alex" }),
    );
    expect(refusal).toMatchObject({
      code: "conflict",
      detail: { version: 2, current: { givenName: "Nila", familyName: "Vandrall" } },
    });
  });

  it("says so when the birth date lies ahead, and is closed to those who do not follow the child", async () => {
    const { childId } = await registerChildOf(kommun, responsible.as);
    const ahead = await refusalOf(
      responsible.as.people.changeChild({ childId, ...corrected, birthDate: "2199-01-01" }),
    );
    expect(ahead).toMatchObject({ code: "invalid", detail: { faults: [{ field: "birthDate" }] } });
    const stranger = await kommun.person("Kollegan", "stodsamordnare");
    expect(await refusalOf(stranger.as.people.changeChild({ childId, ...corrected }))).toMatchObject({
      code: "not_found",
    });
  });
});
