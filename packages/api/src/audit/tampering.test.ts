import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { tamperWithLog } from "./tampering.test-support.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

it("finds every tampering, and nothing in a log that nobody has touched", async () => {
  const result = await tamperWithLog({ database, tamperings: 120, seed: 20_260_315 });
  expect(result.missed).toEqual([]);
  expect(result).toMatchObject({ tampered: 120, found: 120, untouchedFaults: 0 });
  expect(result.rows).toBeGreaterThan(300);
  expect(Object.keys(result.faultKinds)).toEqual(
    expect.arrayContaining([
      "changed",
      "unlinked",
      "gap",
      "cut",
      "head",
      "no_head",
      "no_rows",
      "published",
      "alias",
    ]),
  );
  expect(Object.keys(result.faultKinds)).toEqual(
    expect.arrayContaining(["published_cut", "published_gone", "backdated"]),
  );
});
