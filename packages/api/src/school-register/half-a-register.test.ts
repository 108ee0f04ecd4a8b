import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aKommun } from "../testing/a-kommun.ts";
import { importRegister } from "./import-register.ts";
import { ExpiredPageToken, type RegisterSource } from "./register-source.ts";

const KOMMUN = "9152";
const PUPILS = 60;

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  await aKommun(database, KOMMUN);
  await database.admin`update unit set school_unit_code = '12345678' where kommun_code = ${KOMMUN}`;
});
afterAll(() => database.close());

const school = {
  id: "skola-1",
  displayName: "Skolan",
  organisationType: "Skolenhet",
  schoolUnitCode: "12345678",
};
const pupils = Array.from({ length: PUPILS }, (_, index) => ({
  id: `p${index}`,
  givenName: "Nila",
  familyName: "Vandral",
  enrolments: [{ enroledAt: { id: "skola-1" }, startDate: "2020-08-15" }],
}));

/** A register with so many of the pupils; page by page when it is asked what has been deleted. */
const registerOf = (count: number, changed: Partial<RegisterSource> = {}): RegisterSource => ({
  label: "test",
  tellsChanges: true,
  readPage: async (resource) => ({
    objects: { organisations: [school], persons: pupils.slice(0, count), placements: [], duties: [] }[
      resource
    ],
    nextPageToken: null,
  }),
  lookUpPersons: async () => [],
  readDeleted: async () => ({ data: {}, nextPageToken: null }),
  ...changed,
});

const read = (source: RegisterSource, options: { wantsFull?: boolean; removesMany?: boolean } = {}) =>
  importRegister({
    database: database.job,
    kommunCode: KOMMUN,
    source,
    wantsFull: true,
    removesMany: false,
    civicKey: null,
    clock: () => new Date(),
    newId: () => crypto.randomUUID(),
    onProgress: () => {},
    ...options,
  });

const countPersons = async () => {
  const [row] = await database.admin<{ persons: number }[]>`
    select count(*)::int as persons from register_person where kommun_code = ${KOMMUN}`;
  return row?.persons;
};

it("removes a few that are gone, and not a half that a broken answer has left out, unless told", async () => {
  await read(registerOf(PUPILS));
  expect(await countPersons()).toBe(PUPILS);
  const few = await read(registerOf(PUPILS - 5));
  expect([few.counts.settled, await countPersons()]).toMatchObject([
    { removed: 2 * 5, heldBack: 0 },
    PUPILS - 5,
  ]);
  const half = await read(registerOf(20));
  expect([half.counts.settled, await countPersons()]).toMatchObject([
    { removed: 0, heldBack: 2 * 35 },
    PUPILS - 5,
  ]);
  const empty = await read(registerOf(0));
  expect([empty.counts.settled?.heldBack, await countPersons()]).toEqual([2 * (PUPILS - 5), PUPILS - 5]);
  const meant = await read(registerOf(20), { removesMany: true });
  expect([meant.counts.settled, await countPersons()]).toMatchObject([{ removed: 2 * 35, heldBack: 0 }, 20]);
});

it("asks for what has been deleted from its first page again when the server no longer knows the place in it", async () => {
  await read(registerOf(PUPILS));
  const asked: (string | null)[] = [];
  let hasExpired = false;
  const forgets: RegisterSource["readDeleted"] = async ({ pageToken }) => {
    asked.push(pageToken);
    if (pageToken === "second" && !hasExpired) {
      hasExpired = true;
      throw new ExpiredPageToken();
    }
    return { data: {}, nextPageToken: pageToken === null ? "second" : null };
  };
  const changes = await read(registerOf(PUPILS, { readDeleted: forgets }), { wantsFull: false });
  expect(changes).toMatchObject({ state: "done", run: { isFull: false } });
  expect(asked).toEqual([null, "second", null, "second"]);
});

it("reads all of it when asked to, also over changes that were not finished", async () => {
  const away: RegisterSource["readDeleted"] = async () => {
    throw new Error("killed");
  };
  await expect(read(registerOf(PUPILS, { readDeleted: away }), { wantsFull: false })).rejects.toThrow(
    "killed",
  );
  const whole = await read(registerOf(PUPILS));
  expect(whole.run).toMatchObject({ isFull: true, isResumed: false });
});
