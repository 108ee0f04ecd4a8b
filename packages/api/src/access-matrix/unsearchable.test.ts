import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appRouter, createCaller } from "../router.ts";
import { arrangeMatrix } from "./arrange-matrix.ts";
import { foreignChanges } from "./foreign-changes.ts";
import { fuzzProcedures } from "./fuzz-procedures.ts";
import { inputKeys } from "./input-keys.ts";
import { matrixRouter } from "./matrix-router.ts";
import { FUZZED_ROLES } from "./run-fuzz.ts";

const router = matrixRouter(appRouter, createCaller);
const now = new Date();
const today = todayInSweden(now);

/**
 * All that a question may be narrowed by when it names no child: places, people who work here, releases, and the two
 * searches that look somebody up by name. No score, area, flag, level or text about a child is among them, and none
 * is to be added: förordning (2001:637) 15 §.
 */
const NARROWED_BY = {
  "barnteam.getTeam": ["teamId"],
  "administration.searchPersons": ["text", "unitId", "page"],
  "administration.getPerson": ["personId"],
  "administration.getTeam": ["teamId"],
  "schoolRegister.findPupil": ["text"],
  // Work lists of those who review the log and emergency access: open or decided.
  "logReview.listItems": ["state"],
  "logReview.getItem": ["itemId"],
  "release.getDraft": ["draftId"],
  "statistics.getLatest": ["tables", "levels"],
  "statistics.getRelease": ["tables", "levels", "releaseId"],
  "statistics.listSeries": ["tables", "levels"],
  "statistics.compareReleases": ["tables", "levels", "earlierId", "laterId"],
  "export.getFile": ["releaseId", "format"],
};

describe("no question by what is sensitive", () => {
  it("is taken by any procedure: those that name no child are narrowed by these words alone", () => {
    const asked = [...router.procedures].flatMap(([path, { type }]) => {
      const keys = router.procedure(path).inputs.flatMap(inputKeys);
      const namesAChild = keys.includes("childId");
      return type === "query" && !namesAChild && keys.length > 0 ? [[path, keys.toSorted()] as const] : [];
    });
    const known = Object.entries(NARROWED_BY).map(([path, keys]) => [path, keys.toSorted()] as const);
    for (const [path, keys] of asked) expect([path, keys]).toEqual(known.find(([name]) => name === path));
  });
});

describe("drawn inputs", () => {
  let database: TestDatabase;
  let sets: Awaited<ReturnType<typeof arrangeMatrix>>;

  beforeAll(async () => {
    database = await openTestDatabase();
    sets = await arrangeMatrix(database, today, FUZZED_ROLES);
  });
  afterAll(() => database.close());

  it("tell of nobody outside the own caseload and change nothing there", async () => {
    const { leaks, answered } = await fuzzProcedures({ router, database, sets, now, today }, 2_000, 41);
    expect(leaks).toEqual([]);
    expect(answered).toBeGreaterThan(300);
  });

  it("would be seen to change a foreign child if both locks let them", async () => {
    const set = sets.get("stodsamordnare");
    if (set === undefined) throw new Error("not arranged");
    const actor = { kommun: set.kommunCode, actor: set.person("none") };
    const change = database.admin.begin(async (sql) => {
      await sql`select set_config('kompass.kommun', ${actor.kommun}, true), set_config('kompass.actor', ${actor.actor}, true)`;
      await sql`update support set given_by = 'Annan' where child_id = ${set.child("given", "ingen").id}`;
    });
    const error = await change.then(
      () => undefined,
      (refused: unknown) => refused,
    );
    expect(foreignChanges(error)).toMatch(/foreign change of support/);
  });
});
