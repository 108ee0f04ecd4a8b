import { expect, test } from "vitest";
import { COUNT_HEADER, countLines, townLattice } from "../attack/town.ts";
import { readCounts } from "./counts.ts";
import { expectationText } from "./expectation.ts";
import { InputFaults } from "./fault.ts";
import { parseLattice } from "./lattice.ts";

const lattice = parseLattice(
  townLattice({ areas: { norr: ["a", "b"] }, ages: ["x"], quarters: ["2026Q1", "2026Q2"] }),
);

function faultsOf(header: readonly string[], rows: readonly string[]) {
  try {
    readCounts(lattice, header, countLines(rows));
    return [];
  } catch (error) {
    if (!(error instanceof InputFaults)) throw error;
    return error.faults.map((fault) => ({ ...fault, expected: expectationText(fault.expected) }));
  }
}

test("an atom without a line has nobody, and a line of 0 says that its period exists", () => {
  const counts = readCounts(lattice, COUNT_HEADER, countLines(["a x 2026Q1 7", "b x 2026Q2 0"]));
  expect([...counts.values]).toEqual([7, 0, 0, 0]);
  expect(counts.periods).toEqual(new Set(["2026Q1", "2026Q2"]));
});

test("every fault is told with row, column, value and what was expected", () => {
  expect(
    faultsOf(COUNT_HEADER, ["a x 2026Q1 -1", "norr y 2026Q1 2", "a x 2026Q1 3", "a x 2026Q1 4"]),
  ).toEqual([
    { row: 2, column: "count", value: "-1", expected: "a whole number from 0" },
    { row: 3, column: "unit", value: "norr", expected: "a code of the level unit, not a sum of them" },
    { row: 3, column: "age_group", value: "y", expected: "a code of the level age_group, from the lattice" },
    {
      row: 5,
      column: "unit,age_group,period,count",
      value: "a,x,2026Q1",
      expected: "once, but row 4 has it",
    },
  ]);
});

test.each(["1.0", "1e3", "", " 4", "4 ", "٣", "NaN", "12345678901"])("%j is no count", (value) => {
  const line = { row: 2, fields: { unit: "a", age_group: "x", period: "2026Q1", count: value } };
  expect(() => readCounts(lattice, COUNT_HEADER, [line])).toThrow(InputFaults);
});

test("a header with too little, too much or the same twice is refused", () => {
  expect(faultsOf(["unit", "period", "count"], []).map((fault) => fault.column)).toEqual(["age_group"]);
  expect(faultsOf([...COUNT_HEADER, "step"], []).map((fault) => fault.value)).toEqual(["step"]);
  expect(faultsOf([...COUNT_HEADER, "count"], []).map((fault) => fault.value)).toEqual(["count"]);
});
