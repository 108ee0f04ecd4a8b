import { expect, test } from "vitest";
import { townLattice } from "../attack/town.ts";
import { cellAt, parseLattice } from "./lattice.ts";
import { weightOfCell } from "./weight.ts";

const lattice = parseLattice(townLattice({ areas: { norr: ["a"] }, ages: ["x"], quarters: ["2026Q1"] }));

test.each([
  ["a x 2026Q1", 1],
  ["norr x 2026Q1", 4],
  ["staden x 2026Q1", 12],
  ["a alla 2026Q1", 3],
  ["staden alla 2026Q1", 36],
  ["a alla 2026", 9],
  ["staden alla 2026", 108],
])("%s weighs %i", (codes, weight) => {
  const cell = cellAt(lattice, codes.split(" "));
  expect(cell === null ? null : weightOfCell(lattice, cell)).toBe(weight);
});

test("a fourth level weighs three times the third", () => {
  const deep = parseLattice({
    dimensions: {
      unit: { levels: ["land", "lan", "kommun", "unit"], parents: { s: null, l: "s", k: "l", a: "k" } },
      period: { levels: ["quarter"], parents: { "2026Q1": null } },
    },
    publish: [{ unit: "unit", period: "quarter" }],
  });
  const cells = ["a", "k", "l", "s"].map((code) => cellAt(deep, [code, "2026Q1"]));
  expect(cells.map((cell) => (cell === null ? null : weightOfCell(deep, cell)))).toEqual([1, 4, 12, 36]);
});
