import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../testing/index.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});

afterAll(() => database.close());

it("any text comes back from an array as it was, also what arrays are written with", async () => {
  const text = fc.string({ unit: "grapheme" }).filter((one) => !one.includes("\0"));
  const any = fc.oneof(text, fc.constantFrom("NULL", "{}", '"', "\\", ",", " ", ""), fc.constant(null));
  await fc.assert(
    fc.asyncProperty(fc.array(any), async (sent) => {
      const [row] = await database.app.sql`select ${sent}::text[] as back`;
      expect(row?.back).toEqual(sent);
    }),
    { numRuns: 50 },
  );
});

it("numbers, truths and ids come back as what they are", async () => {
  const id = "0190f3a0-0000-7000-8000-000000000001";
  const [row] = await database.app.sql`
    select array[1, null, -2]::int2[] as small, ${[3, 4]}::int4[] as whole, array[true, false] as truths,
           ${[id]}::uuid[] as ids, array[1.5, -2]::float8[] as real, array['a', 'b']::varchar[] as words,
           array[9007199254740993]::int8[] as great, array[[1, 2], [3, 4]]::int4[] as table, '{}'::text[] as none`;
  expect(row).toEqual({
    small: [1, null, -2],
    whole: [3, 4],
    truths: [true, false],
    ids: [id],
    real: [1.5, -2],
    words: ["a", "b"],
    great: ["9007199254740993"],
    table: [
      [1, 2],
      [3, 4],
    ],
    none: [],
  });
});
