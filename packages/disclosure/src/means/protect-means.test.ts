import { beforeAll, expect, test } from "vitest";
import { attackMeans } from "../../attack/means-attack.ts";
import { publicView } from "../../attack/public-view.ts";
import { makeScoreTable, type ScoreTable, trueScores } from "../../attack/score-table.ts";
import type { Cell, Release } from "../cell.ts";
import { parseLattice } from "../lattice.ts";
import { openSolver, type Solver } from "../solver.ts";
import { meanCell } from "./mean-cell.ts";
import { protectMeans } from "./protect-means.ts";
import { releaseMeans } from "./release-means.ts";
import { readScores } from "./scores.ts";
import { verifyMeansReleases } from "./verify-means-releases.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver();
});

const LASAR = "2025/26";

/** Units of one område with all their children of one age: [unit, count, sum, min, max]. */
function tableOf(units: readonly (readonly [string, number, number, number, number])[]): ScoreTable {
  const table = makeScoreTable({ seed: 1, units: 0, areas: 1, density: 1 });
  const { unit, ...others } = table.lattice.dimensions;
  if (unit === undefined) throw new Error("no units");
  const parents = { ...unit.parents, ...Object.fromEntries(units.map(([name]) => [name, "omrade-0"])) };
  const lines = units.map(([name, count, sum, min, max], i) => ({
    row: i + 2,
    fields: {
      unit: name,
      age_group: "alder-0",
      period: LASAR,
      count: String(count),
      sum: String(sum),
      min: String(min),
      max: String(max),
    },
  }));
  return {
    ...table,
    lattice: { ...table.lattice, dimensions: { unit: { ...unit, parents }, ...others } },
    lines,
  };
}

function protectTable(table: ScoreTable, countCells: ReadonlyMap<string, Cell> | null = null) {
  const lattice = parseLattice(table.lattice);
  const scores = readScores(lattice, table.header, table.lines);
  const input = { lattice, scores, frozen: [], periods: [LASAR], key: "k", countCells };
  const { cells } = protectMeans(solver, input);
  const said = new Map(cells.map(({ codes, cell }) => [codes[0] ?? "", cell]));
  return { said, release: { name: LASAR, cells } };
}

/** The control: every mean that P2 and P4 let through by itself, and nothing hidden for the sake of others. */
function primaryOnly(table: ScoreTable): Release {
  const lattice = parseLattice(table.lattice);
  const { release } = protectTable(table);
  const view = publicView(table.lattice, [release]);
  const numbers = trueScores(view, table);
  const cells = release.cells.map(({ codes }, i) => {
    const atoms = view.cells[i]?.atoms ?? [];
    const inhabited = atoms.filter((atom) => (numbers.n[atom] ?? 0) > 0);
    const total = (values: readonly number[]) =>
      inhabited.reduce((sum, atom) => sum + (values[atom] ?? 0), 0);
    const range =
      inhabited.length === 0
        ? null
        : {
            min: Math.min(...inhabited.map((atom) => numbers.min[atom] ?? 5)),
            max: Math.max(...inhabited.map((atom) => numbers.max[atom] ?? 1)),
          };
    return {
      codes,
      cell: meanCell({ n: total(numbers.n), sum: total(numbers.sums), range }, lattice.parameters),
    };
  });
  return { name: "primary only", cells };
}

test("a unit of four takes another with it, or the område's mean would give back theirs", () => {
  const { said } = protectTable(
    tableOf([
      ["a", 4, 9, 1, 3],
      ["b", 30, 90, 1, 5],
      ["c", 30, 100, 1, 5],
      ["d", 30, 95, 1, 5],
    ]),
  );
  expect(said.get("a")).toEqual({ status: "protected" });
  const shown = ["b", "c", "d", "omrade-0"].filter((code) => said.get(code)?.status === "published");
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.length).toBeLessThan(4);
});

test("P6: no mean beside a hidden count", () => {
  const table = tableOf([
    ["a", 30, 90, 1, 5],
    ["b", 30, 100, 1, 5],
    ["c", 30, 95, 1, 5],
  ]);
  const counts = new Map<string, Cell>(
    ["kommun", "omrade-0", "b", "c"].flatMap((code) =>
      ["alla", "alder-0"].map((age) => [
        JSON.stringify([code, age, LASAR]),
        { status: "published", value: 30 },
      ]),
    ),
  );
  counts.set(JSON.stringify(["a", "alla", LASAR]), { status: "protected" });
  expect(protectTable(table).said.get("a")).toEqual({ status: "published", value: 3 });
  expect(protectTable(table, counts).said.get("a")).toEqual({ status: "protected" });
  expect(protectTable(table, counts).said.get("b")).toEqual({ status: "published", value: 3.3 });
});

test("bounds by linear programming find no small group and no child, to anybody or to any unit's staff", () => {
  let broken = 0;
  for (const seed of [1, 2, 3]) {
    const table = makeScoreTable({ seed, units: 7, areas: 2, density: 4 });
    const { release } = protectTable(table);
    const view = publicView(table.lattice, [release]);
    const scores = trueScores(view, table);
    const options = { unions: 40, seed, readers: 3 };
    const nothing = { narrow: [], narrowUnions: [], exposed: [] };
    expect(attackMeans(solver, view, scores, options)).toMatchObject(nothing);
    const control = publicView(table.lattice, [primaryOnly(table)]);
    const found = attackMeans(solver, control, scores, { ...options, readers: 0 });
    if (found.narrow.length + found.exposed.length > 0) broken += 1;
  }
  // The control must break, or the attack proves nothing.
  expect(broken).toBe(3);
}, 60_000);

test("a certificate of means holds by itself, and not without its worlds", () => {
  const table = makeScoreTable({ seed: 5, units: 12, areas: 3, density: 4 });
  const lattice = parseLattice(table.lattice);
  const scores = readScores(lattice, table.header, table.lines);
  const input = { lattice, scores, earlier: [], periods: [LASAR], key: "k", countCells: null };
  const { cells, certificate } = releaseMeans(solver, input);
  const release = { name: LASAR, cells };
  expect(verifyMeansReleases(lattice, scores, [{ release, certificate }]).failures).toEqual([]);
  const bare = { ...certificate, worlds: [] };
  expect(
    verifyMeansReleases(lattice, scores, [{ release, certificate: bare }]).failures.length,
  ).toBeGreaterThan(0);
});
