import { expect, test } from "vitest";
import { townLattice } from "../attack/town.ts";
import { expectationText } from "./expectation.ts";
import { InputFaults } from "./fault.ts";
import { cellAt, cellsOfPeriods, codesOfAtom, parseLattice } from "./lattice.ts";

const town = {
  areas: { norr: ["a", "b"], soder: ["c"] },
  ages: ["0-5", "6-12"],
  quarters: ["2026Q1", "2026Q2"],
};

function faultsOf(json: unknown): string[] {
  try {
    parseLattice(json);
    return [];
  } catch (error) {
    if (!(error instanceof InputFaults)) throw error;
    return error.faults.map((fault) => `${fault.column}: ${expectationText(fault.expected)}`);
  }
}

test("a cell is the sum of the atoms under each of its codes", () => {
  const lattice = parseLattice(townLattice(town));
  const cell = cellAt(lattice, ["norr", "alla", "2026Q2"]);
  expect(cell?.atoms.map((atom) => codesOfAtom(lattice, atom).join(" "))).toEqual([
    "a 0-5 2026Q2",
    "a 6-12 2026Q2",
    "b 0-5 2026Q2",
    "b 6-12 2026Q2",
  ]);
  expect(cellAt(lattice, ["vast", "alla", "2026Q2"])).toBeNull();
});

test("a release has the cells of the periods it names and of no other", () => {
  const lattice = parseLattice(townLattice(town));
  const quarter = cellsOfPeriods(lattice, ["2026Q1"]);
  expect(new Set(quarter.map((cell) => cell.codes[2]))).toEqual(new Set(["2026Q1"]));
  // 1 kommun, 2 områden and 3 units, each by all ages and by two age groups.
  expect(quarter).toHaveLength(18);
  expect(cellsOfPeriods(lattice, ["2026"]).map((cell) => cell.codes)).toEqual([
    ["a", "alla", "2026"],
    ["b", "alla", "2026"],
    ["c", "alla", "2026"],
  ]);
});

test("every rule has its default, and insiders are the staff of one unit", () => {
  expect(parseLattice(townLattice(town)).parameters).toEqual({
    k: 5,
    zeros: "shown",
    population_share: 0.8,
    insiders: { dimension: "unit", count: 1 },
    scale: { low: 1, high: 5 },
    mean_minimum: 10,
    mean_uncertainty: 2,
  });
});

test("a lattice read from its own input is the same", () => {
  const lattice = parseLattice(townLattice(town));
  expect(parseLattice(JSON.parse(JSON.stringify(lattice.input)))).toEqual(lattice);
});

test("faults are named by their path", () => {
  const json = townLattice(town);
  const unit = json.dimensions.unit;
  const parents: Record<string, string | null> = { ...unit.parents, a: "b", b: "a", d: "c" };
  expect(faultsOf({ ...json, dimensions: { ...json.dimensions, unit: { ...unit, parents } } })).toEqual([
    "dimensions.unit.parents.a: a parent that is listed, and no circle",
    "dimensions.unit.parents.b: a parent that is listed, and no circle",
    "dimensions.unit.parents.d: at most the levels kommun, omrade, unit",
  ]);
  expect(faultsOf({ ...json, publish: [{ unit: "skola", age_group: "all", colour: "red" }] })).toEqual([
    "publish.0: one of unit, age_group, period",
    "publish.0.unit: one of kommun, omrade, unit",
    "publish.0.period: one of year, quarter",
  ]);
  expect(faultsOf({ ...json, parameters: { insiders: { dimension: "school", count: 1 } } })).toEqual([
    "parameters.insiders.dimension: one of unit, age_group, period",
  ]);
  // An unknown parameter may be a rule somebody counts on.
  expect(faultsOf({ ...json, parameters: { protect_zeros: true } })).toHaveLength(1);
  expect(faultsOf({ ...json, dimensions: { unit } })).toContain("dimensions: one named period");
});
