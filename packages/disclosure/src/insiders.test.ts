import { expect, test } from "vitest";
import { townLattice } from "../attack/town.ts";
import { insiderKnowledge, unitsOfAtoms } from "./insiders.ts";
import { parseLattice } from "./lattice.ts";

const town = { areas: { norr: ["a", "b"], soder: ["c"] }, ages: ["x", "y"], quarters: ["2026Q1"] };
const units = (known: readonly { units: readonly number[] }[]) => known.map((knowledge) => knowledge.units);

test("every atom belongs to the unit among its codes", () => {
  expect(unitsOfAtoms(parseLattice(townLattice(town)))).toEqual([0, 0, 1, 1, 2, 2]);
  const byAge = { ...town, parameters: { insiders: { dimension: "age_group", count: 1 } } };
  expect(unitsOfAtoms(parseLattice(townLattice(byAge)))).toEqual([0, 1, 0, 1, 0, 1]);
});

test("without insiders no atom is anybody's", () => {
  const none = [null, null, null, null, null, null];
  expect(unitsOfAtoms(parseLattice(townLattice({ ...town, parameters: { insiders: null } })))).toEqual(none);
  const zero = { ...town, parameters: { insiders: { dimension: "unit", count: 0 } } };
  expect(unitsOfAtoms(parseLattice(townLattice(zero)))).toEqual(none);
});

test("one insider knows one unit, two may pool theirs, and with none the public remains", () => {
  expect(insiderKnowledge([1, 2, 3], 0)).toEqual([{ units: [], child: null }]);
  expect(insiderKnowledge([1, 2, 3], 1)).toEqual([
    { units: [1], child: null },
    { units: [2], child: null },
    { units: [3], child: null },
  ]);
  expect(insiderKnowledge([1, 2, 3], 2)).toEqual([
    { units: [1, 2], child: null },
    { units: [1, 3], child: null },
    { units: [2, 3], child: null },
  ]);
});

test("where there is no other unit, there is the public; where there is one, nobody to pool with", () => {
  expect(insiderKnowledge([], 1)).toEqual([{ units: [], child: null }]);
  expect(insiderKnowledge([], 2)).toEqual([{ units: [], child: null }]);
  expect(units(insiderKnowledge([4], 2))).toEqual([[4]]);
  expect(units(insiderKnowledge([4, 6], 2))).toEqual([[4, 6]]);
});
