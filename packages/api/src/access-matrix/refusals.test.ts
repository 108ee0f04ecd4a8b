import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { arrangeMatrix } from "./arrange-matrix.ts";
import { compareRefusals } from "./compare-refusals.ts";
import { kolmogorovSmirnov } from "./kolmogorov-smirnov.ts";

describe("a child that is closed and one that does not exist", () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  // How long they take is compared by run-refusals.ts, with thousands of calls on a machine that does nothing else.
  it("are refused with the same words and the same status over HTTP", async () => {
    const now = new Date();
    const today = todayInSweden(now);
    const set = (await arrangeMatrix(database, today, ["stodsamordnare"])).get("stodsamordnare");
    if (set === undefined) throw new Error("not arranged");
    const comparisons = await compareRefusals({ database, set, now, today }, 5);
    expect(comparisons.length).toBeGreaterThan(3);
    for (const comparison of comparisons)
      expect(comparison, comparison.kind).toMatchObject({ isSameBody: true, isSameStatus: true });
  });
});

describe("the distance between two samples", () => {
  it("is none between the same times, and one when they do not meet", () => {
    expect(kolmogorovSmirnov([1, 2, 3], [3, 1, 2])).toBe(0);
    expect(kolmogorovSmirnov([1, 2, 3], [4, 5, 6])).toBe(1);
    expect(kolmogorovSmirnov([1, 2, 3, 4], [3, 4, 5, 6])).toBe(0.5);
  });
});
