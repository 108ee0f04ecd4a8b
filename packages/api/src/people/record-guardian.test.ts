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
  kommun = await aKommun(database, "9104");
  responsible = await kommun.person("Samordnaren", "stodsamordnare");
});
afterAll(() => database.close());

const listGuardians = async (childId: string) =>
  (await responsible.as.people.getChild({ childId })).guardians.map(
    ({ ordinal, name, relation, version }) => ({
      ordinal,
      name,
      relation,
      version,
    }),
  );

describe("the guardians of a child", () => {
  it("are numbered in the order they are added, and the same form sent twice adds one", async () => {
    const { childId } = await registerChildOf(kommun, responsible.as);
    const added = {
      childId,
      guardianId: crypto.randomUUID(),
      version: null,
      name: "Ero Vandral",
      relation: "pappa",
    };
    await responsible.as.people.recordGuardian(added);
    await responsible.as.people.recordGuardian(added);
    expect(await listGuardians(childId)).toEqual([
      { ordinal: 1, name: "Mira Vandral", relation: "mamma", version: 1 },
      { ordinal: 2, name: "Ero Vandral", relation: "pappa", version: 1 },
    ]);
  });

  it("are not overwritten by the second of two who correct them: that one is shown what is stored", async () => {
    const { childId, guardianId } = await registerChildOf(kommun, responsible.as);
    await responsible.as.people.recordGuardian({
      childId,
      guardianId,
      version: 1,
      name: "Mira Solle",
      relation: "mamma",
    });
    const second = responsible.as.people.recordGuardian({
      childId,
      guardianId,
      version: 1,
      name: "Mira Vandrall",
      relation: "mamma",
    });
    const refusal = await second.then(
      () => undefined,
      (error: unknown) => findKnown(error),
    );
    expect(refusal?.code).toBe("conflict");
    expect(refusal?.detail).toEqual({ version: 2, current: { name: "Mira Solle", relation: "mamma" } });
  });

  it("are closed to those who do not follow the child", async () => {
    const { childId, guardianId } = await registerChildOf(kommun, responsible.as);
    const stranger = await kommun.person("Kollegan", "stodsamordnare");
    const attempt = stranger.as.people.recordGuardian({
      childId,
      guardianId,
      version: 1,
      name: "X",
      relation: "Y",
    });
    await expect(attempt).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
