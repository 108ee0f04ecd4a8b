import { beforeAll, expect, test } from "vitest";
import { COUNT_HEADER, countLines, type Town, townLattice, YEARLY } from "../attack/town.ts";
import type { Cell } from "./cell.ts";
import { readCounts } from "./counts.ts";
import { parseLattice } from "./lattice.ts";
import { type Population, readPopulation, unknownPopulation } from "./population.ts";
import { protectCounts } from "./protect-counts.ts";
import { openSolver, type Solver } from "./solver.ts";
import { Unprotectable } from "./suppress.ts";

let solver: Solver;
beforeAll(async () => {
  solver = await openSolver();
});

const Q1 = "2026Q1";

interface Given {
  readonly town: Town;
  readonly rows: readonly string[];
  readonly periods?: readonly string[];
  readonly population?: readonly string[];
  readonly frozen?: Readonly<Record<string, Cell>>;
}

/** What is said of each cell, by its codes: the number, "?" when protected, "-" when not applicable. */
function say(given: Given): (codes: string) => number | string {
  const lattice = parseLattice(townLattice(given.town));
  const counts = readCounts(lattice, COUNT_HEADER, countLines(given.rows));
  const people = given.population?.map((text, i) => {
    const [unit = "", age_group = "", population = ""] = text.split(" ");
    return { row: i + 2, fields: { unit, age_group, population } };
  });
  const population: Population =
    people === undefined
      ? unknownPopulation(lattice)
      : readPopulation(lattice, ["unit", "age_group", "population"], people);
  const earlier = Object.entries(given.frozen ?? {}).map(([codes, cell]) => ({
    codes: codes.split(" "),
    cell,
  }));
  const frozen = [{ name: "earlier", cells: earlier }];
  const periods = given.periods ?? [Q1];
  const { cells } = protectCounts(solver, { lattice, counts, population, frozen, periods, key: "test" });
  const said = new Map(cells.map(({ codes, cell }) => [codes.join(" "), cell]));
  return (codes) => {
    const cell = said.get(codes);
    if (cell === undefined) throw new Error(`no cell ${codes}`);
    if (cell.status === "published") return cell.value;
    return cell.status === "protected" ? "?" : "-";
  };
}

const oneAge = {
  ages: ["x"],
  quarters: [Q1],
  publish: [
    { unit: "kommun", age_group: "all", period: "quarter" },
    { unit: "omrade", age_group: "all", period: "quarter" },
    { unit: "unit", age_group: "all", period: "quarter" },
  ],
};

test("a small count takes another cell with it, or the total would give it back", () => {
  const cell = say({
    town: { ...oneAge, areas: { norr: ["a", "b", "c"] }, parameters: { insiders: null } },
    rows: [`a x ${Q1} 3`, `b x ${Q1} 20`, `c x ${Q1} 30`],
  });
  expect(cell(`staden alla ${Q1}`)).toBe(53);
  expect(cell(`a alla ${Q1}`)).toBe("?");
  expect([cell(`b alla ${Q1}`), cell(`c alla ${Q1}`)].filter((said) => said === "?")).toHaveLength(1);
});

test("with insiders two others are hidden: the staff of one of them must not find the small one", () => {
  const cell = say({
    town: { ...oneAge, areas: { norr: ["a", "b", "c", "d"] } },
    rows: [`a x ${Q1} 3`, `b x ${Q1} 20`, `c x ${Q1} 30`, `d x ${Q1} 40`],
  });
  expect(cell(`staden alla ${Q1}`)).toBe(93);
  const hidden = ["a", "b", "c", "d"].filter((unit) => cell(`${unit} alla ${Q1}`) === "?");
  expect(hidden).toContain("a");
  expect(hidden).toHaveLength(3);
});

test("where two units share an område, one of them would subtract itself: the total goes too", () => {
  const cell = say({
    town: { ...oneAge, areas: { norr: ["a", "b"] } },
    rows: [`a x ${Q1} 3`, `b x ${Q1} 20`],
  });
  expect(cell(`norr alla ${Q1}`)).toBe("?");
  expect(cell(`staden alla ${Q1}`)).toBe("?");
});

test("cells with the same atoms say the same: an område of one unit, and the unit", () => {
  const cell = say({
    town: { ...oneAge, areas: { norr: ["a"], soder: ["b", "c"] } },
    rows: [`a x ${Q1} 12`, `b x ${Q1} 2`, `c x ${Q1} 40`],
  });
  expect(cell(`norr alla ${Q1}`)).toBe(cell(`a alla ${Q1}`));
});

test("zeros are shown, and protected when asked for", () => {
  const rows = [`a x ${Q1} 0`, `b x ${Q1} 20`, `c x ${Q1} 30`];
  const areas = { norr: ["a", "b", "c"] };
  expect(say({ town: { ...oneAge, areas }, rows })(`a alla ${Q1}`)).toBe(0);
  const protectedZeros = say({ town: { ...oneAge, areas, parameters: { zeros: "protected" } }, rows });
  expect(protectedZeros(`a alla ${Q1}`)).toBe("?");
  // Or 20 + 30 = 50 would say that it is 0.
  expect(["staden", "b", "c"].some((code) => protectedZeros(`${code} alla ${Q1}`) === "?")).toBe(true);
});

test("a quarter without a single event is all zeros, and says so", () => {
  const cell = say({ town: { ...oneAge, areas: { norr: ["a", "b"] } }, rows: [`a x ${Q1} 0`] });
  expect(["staden", "norr", "a", "b"].map((code) => cell(`${code} alla ${Q1}`))).toEqual([0, 0, 0, 0]);
});

test("a municipality of one unit has no other insider, and its small counts still hide its total", () => {
  const town = { areas: { norr: ["a"] }, ages: ["x", "y"], quarters: [Q1] };
  const cell = say({ town, rows: [`a x ${Q1} 3`, `a y ${Q1} 4`] });
  // 3 + 4 = 7, and a 3 must be able to be 7 and a 4 to be 8.
  expect(cell(`staden alla ${Q1}`)).toBe("?");
  const larger = say({ town, rows: [`a x ${Q1} 3`, `a y ${Q1} 5`] });
  expect(larger(`staden alla ${Q1}`)).toBe(8);
  expect(larger(`a y ${Q1}`)).toBe("?");
});

test("published cells of earlier releases bind: a year that would give back a hidden quarter is hidden", () => {
  const town = {
    areas: { norr: ["a", "b"] },
    ages: ["x"],
    quarters: ["2026Q1", "2026Q2"],
    publish: [{ unit: "unit", age_group: "all", period: "quarter" }, YEARLY],
    parameters: { insiders: null },
  };
  const rows = ["a x 2026Q1 3", "a x 2026Q2 9", "b x 2026Q1 8", "b x 2026Q2 9"];
  const frozen: Record<string, Cell> = {
    "a alla 2026Q1": { status: "protected" },
    "a alla 2026Q2": { status: "published", value: 9 },
    "b alla 2026Q1": { status: "published", value: 8 },
    "b alla 2026Q2": { status: "published", value: 9 },
  };
  const cell = say({ town, rows, periods: ["2026"], frozen });
  expect(cell("a alla 2026")).toBe("?");
  expect(cell("b alla 2026")).toBe(17);
  // Forgetting the frozen rows is what gives it away: 12 less 9.
  expect(say({ town, rows, periods: ["2026"] })("a alla 2026")).toBe(12);
});

test("what earlier releases already give away is refused, not published around", () => {
  const town = {
    ...oneAge,
    areas: { norr: ["a", "b"] },
    quarters: ["2026Q1", "2026Q2"],
    parameters: { insiders: null },
  };
  const rows = ["a x 2026Q1 3", "b x 2026Q1 8", "a x 2026Q2 9"];
  const frozen: Record<string, Cell> = {
    "norr alla 2026Q1": { status: "published", value: 11 },
    "a alla 2026Q1": { status: "protected" },
    "b alla 2026Q1": { status: "published", value: 8 },
  };
  expect(() => say({ town, rows, periods: ["2026Q2"], frozen })).toThrow(Unprotectable);
});

test("P3: most of a known population is hidden, and cannot be subtracted out either", () => {
  const cell = say({
    town: { ...oneAge, areas: { norr: ["a", "b", "c"] }, parameters: { insiders: null } },
    rows: [`a x ${Q1} 9`, `b x ${Q1} 20`, `c x ${Q1} 30`],
    population: ["a x 10", "b x 100", "c x 100"],
  });
  expect(cell(`a alla ${Q1}`)).toBe("?");
  expect(cell(`staden alla ${Q1}`)).toBe(59);
  expect([cell(`b alla ${Q1}`), cell(`c alla ${Q1}`)]).toContain("?");
});

test("a unit without children of that age is not applicable, and no world puts any there", () => {
  const cell = say({
    town: { ...oneAge, areas: { norr: ["a", "b", "c"] }, parameters: { insiders: null } },
    rows: [`a x ${Q1} 3`, `b x ${Q1} 20`],
    population: ["a x 50", "b x 100", "c x 0"],
  });
  expect(cell(`c alla ${Q1}`)).toBe("-");
  expect(cell(`b alla ${Q1}`)).toBe("?");
});

test("a population too small for k - 1 more: nothing may say less than the population does", () => {
  const cell = say({
    town: { ...oneAge, areas: { norr: ["a", "b", "c"] }, parameters: { insiders: null } },
    rows: [`a x ${Q1} 2`, `b x ${Q1} 20`, `c x ${Q1} 30`],
    population: ["a x 4", "b x 100", "c x 100"],
  });
  expect(cell(`a alla ${Q1}`)).toBe("?");
  expect([cell(`b alla ${Q1}`), cell(`c alla ${Q1}`)]).toContain("?");
});

test("the same input and key give the same release; a protected cell holds no value", () => {
  const lattice = parseLattice(
    townLattice({ areas: { norr: ["a", "b", "c"] }, ages: ["x", "y"], quarters: [Q1] }),
  );
  const counts = readCounts(
    lattice,
    COUNT_HEADER,
    countLines([`a x ${Q1} 3`, `b y ${Q1} 20`, `c x ${Q1} 30`]),
  );
  const input = {
    lattice,
    counts,
    population: unknownPopulation(lattice),
    frozen: [],
    periods: [Q1],
    key: "k",
  };
  const first = protectCounts(solver, input);
  expect(protectCounts(solver, input)).toEqual(first);
  const hidden = first.cells.filter(({ cell }) => cell.status === "protected");
  expect(hidden.length).toBeGreaterThan(0);
  for (const { cell } of hidden) expect(Object.keys(cell)).toEqual(["status"]);
});
