import { openTestDatabase, type TestDatabase } from "@kompassen/db/testing";
import { todayInSweden } from "@kompassen/domain/shared";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { KompassError } from "../errors/index.ts";
import { seededRandom } from "./seeded-random.ts";

/** Switched for the tests of the database alone; the api's own lock is the real one otherwise. */
const lock = vi.hoisted(() => ({ isOff: false }));
vi.mock("../access/index.ts", async (importReal) => {
  const real = await importReal<typeof import("../access/index.ts")>();
  const open = await import("./api-lock-off.ts");
  const authorizeChild: typeof real.authorizeChild = (...asked) =>
    (lock.isOff ? open : real).authorizeChild(...asked);
  return { ...real, authorizeChild };
});

const { appRouter, createCaller } = await import("../router.ts");
const { arrangeMatrix } = await import("./arrange-matrix.ts");
const { askCell, checkAccess } = await import("./check-access.ts");
const { EXPECTED_ACCESS, procedureOf } = await import("./expected-access.ts");
const { inputFor } = await import("./inputs.ts");
const { drawCells, listCells, sampleCells } = await import("./list-cells.ts");
const { matrixRouter } = await import("./matrix-router.ts");

const router = matrixRouter(appRouter, createCaller);
const now = new Date();
const today = todayInSweden(now);
const SEED = 20_260_401;

let database: TestDatabase;
let sets: Awaited<ReturnType<typeof arrangeMatrix>>;

beforeAll(async () => {
  database = await openTestDatabase();
  sets = await arrangeMatrix(database, today);
});
afterAll(() => database.close());

async function check(locks: "both" | "database_alone", cells: ReturnType<typeof listCells>) {
  lock.isOff = locks === "database_alone";
  try {
    return await checkAccess({ router, locks, databases: database, sets, now, today }, cells);
  } finally {
    lock.isOff = false;
  }
}

describe("the table of who may what", () => {
  it("has a row for every procedure, and none for one that is not there", () => {
    const rows = new Set(Object.keys(EXPECTED_ACCESS).map(procedureOf));
    expect([...rows].toSorted()).toEqual([...router.procedures.keys()].toSorted());
  });

  it("names the purpose that each procedure logs", () => {
    for (const [row, { purpose = null }] of Object.entries(EXPECTED_ACCESS))
      expect(router.procedures.get(procedureOf(row))?.purpose ?? null, row).toBe(purpose);
  });

  it("is asked more than twenty thousand questions when all of it is", () => {
    expect(listCells().length).toBeGreaterThan(20_000);
  });
});

describe("what another kommun is told", () => {
  const rows = Object.entries(EXPECTED_ACCESS).filter(([, { elsewhere }]) => elsewhere !== undefined);

  it.each(rows)("by %s is what is told at home of what does not exist", async (procedure, rule) => {
    const role = rule.roles?.[0] ?? null;
    const set = sets.get(role);
    if (set === undefined) throw new Error(`no set of ${role}`);
    const cell = { procedure, role, relation: "none", consent: "given", protection: "ingen" } as const;
    const asked = { cell, set, child: set.child("given", "ingen"), today };
    const input = renamed(inputFor(procedure, asked));
    const matrix = { router, locks: "both", databases: database, sets, now, today } as const;
    expect((await askCell(matrix, asked, { input, rows: null })).refusal).toBe(rule.elsewhere);
  });

  /** With ids, a case number and releases that nobody has. */
  function renamed(input: unknown): unknown {
    return JSON.parse(
      JSON.stringify(input)
        .replaceAll(/"(?:c0de|eeee|bbbb|aaaa)[0-9a-f]{4}(?=-)/g, '"dddd0000')
        .replaceAll(/"MC0DE/g, '"X')
        .replaceAll("kompass-8101-", "kompass-8100-"),
    );
  }
});

describe("every procedure as every relation", () => {
  it("answers as the table says", async () => {
    const { wrong } = await check("both", sampleCells(seededRandom(SEED)));
    expect(wrong).toEqual([]);
  });

  it("is denied by the database alone, too, what the table denies: no row read, no row changed", async () => {
    const { wrong } = await check("database_alone", drawCells(1_000, seededRandom(SEED + 1)));
    expect(wrong).toEqual([]);
  });
});

describe("a hole", () => {
  const ofProcedure = (procedure: string) => listCells().filter((cell) => cell.procedure === procedure);

  it("in one policy is found while the api's lock is off", async () => {
    await database.admin`alter policy app_reads_in_team on life_event using (kommun_code = kompass.kommun())`;
    const { wrong } = await check("database_alone", ofProcedure("barnetsPlan.getLifeLine"));
    await database.admin`
      alter policy app_reads_in_team on life_event
        using (kommun_code = kompass.kommun() and child_id = any((select kompass.my_team_children())::uuid[]))`;
    expect(new Set(wrong.map((found) => found.wrong))).toEqual(new Set(["tells of the child"]));
    expect(wrong.map(({ cell }) => cell.relation)).toContain("stodsamordnare_ended");
  });

  it.each(["release.getDraft", "people.answerHandOver", "sharing.tellShare", "administration.getTeam"])(
    "in %s, through which nobody gets who may, is found",
    async (path) => {
      const real = router.procedure(path);
      const refuse = () => Promise.reject(new KompassError("not_found"));
      const closed = {
        ...router,
        procedure: (other: string) => (other === path ? { ...real, run: refuse } : router.procedure(other)),
      };
      const { wrong } = await checkAccess(
        { router: closed, locks: "both", databases: database, sets, now, today },
        sampleCells(seededRandom(SEED)).filter((cell) => cell.procedure === path),
      );
      expect(wrong.map((found) => found.wrong)).toContain("not_found instead of an answer");
    },
  );

  it("in what one procedure lets in is found by the answers, whatever the database does", async () => {
    const real = router.procedure("behovskompass.getChart");
    const widened = {
      ...router,
      procedure: (path: string) =>
        path === "behovskompass.getChart" ? { ...real, run: letIn } : router.procedure(path),
    };
    const letIn: typeof real.run = async (context, input) => {
      lock.isOff = true;
      return real.run(context, input);
    };
    const { wrong } = await checkAccess(
      { router: widened, locks: "both", databases: database, sets, now, today },
      ofProcedure("behovskompass.getChart"),
    );
    lock.isOff = false;
    expect(wrong.map(({ cell }) => cell.relation)).toContain("samtalsledare_now");
    expect(new Set(wrong.map((found) => found.wrong))).toEqual(
      new Set(["answered instead of not_found (uppfoljning)"]),
    );
  });
});
