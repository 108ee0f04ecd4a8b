import { describe, expect, it } from "vitest";
import { EQUIVALENCE_COLUMNS } from "./columns.ts";
import { readEquivalences } from "./read-equivalence.ts";

const read = (...lines: string[]) =>
  readEquivalences(
    [EQUIVALENCE_COLUMNS.join(","), ...lines].map((line, index) => ({
      cells: line.split(","),
      row: index + 1,
    })),
  );
const faultsOf = (...lines: string[]) => {
  const result = read(...lines);
  return result.ok ? [] : result.faults;
};
const LINE = "skattningsformular,1,2,p1,q1";

describe("an equivalence file", () => {
  it("declares pairs of statements between versions", () => {
    expect(read(LINE, "", "samtalsunderlag, 2 ,3,a,b")).toEqual({
      ok: true,
      value: [
        {
          instrument: "skattningsformular",
          fromVersion: "1",
          toVersion: "2",
          pairs: [{ from: "p1", to: "q1" }],
        },
        { instrument: "samtalsunderlag", fromVersion: "2", toVersion: "3", pairs: [{ from: "a", to: "b" }] },
      ],
    });
  });

  it("may tell a pair twice or back to front", () => {
    expect(faultsOf(LINE, LINE, "skattningsformular,2,1,q1,p1")).toEqual([]);
  });

  it("has a fault in each cell that is not what it should be", () => {
    expect(faultsOf("kort,,2,p1,q1", "skattningsformular,1,1,p1,")).toEqual([
      {
        row: 2,
        column: "instrument",
        value: "kort",
        expected: { code: "one_of", options: ["samtalsunderlag", "skattningsformular"] },
      },
      { row: 2, column: "from_version", value: "", expected: { code: "filled" } },
      { row: 3, column: "to_version", value: "1", expected: { code: "another_version" } },
      { row: 3, column: "to_statement", value: "", expected: { code: "filled" } },
    ]);
    expect(faultsOf(`skattningsformular,1,2,p1,${"x".repeat(201)}`)).toEqual([
      {
        row: 2,
        column: "to_statement",
        value: `${"x".repeat(60)}…`,
        expected: { code: "at_most_characters", count: 200 },
      },
    ]);
    expect(faultsOf("skattningsformular,1,2", LINE, "kort,1,2,a,b")).toMatchObject([
      { row: 2, column: null, value: "3", expected: { code: "cell_count", count: 5 } },
      { row: 4, column: "instrument" },
    ]);
    expect(faultsOf("kort,1,2,a,b", "skattningsformular,1,2").map(({ row }) => row)).toEqual([2, 3]);
  });

  it("has a fault where a statement stands for two, read from either side", () => {
    expect(faultsOf(LINE, "skattningsformular,1,2,p1,q2")).toEqual([
      { row: 3, column: "to_statement", value: "q2", expected: { code: "one_to_one", row: 2 } },
    ]);
    const again = "skattningsformular,1,2,p1,q2";
    expect(faultsOf(LINE, again, again).map(({ row, expected }) => [row, expected])).toEqual([
      [3, { code: "one_to_one", row: 2 }],
      [4, { code: "one_to_one", row: 2 }],
    ]);
    expect(faultsOf(LINE, "skattningsformular,1,2,p2,q1")).toEqual([
      { row: 3, column: "from_statement", value: "p2", expected: { code: "one_to_one", row: 2 } },
    ]);
    expect(faultsOf(LINE, "skattningsformular,2,1,q2,p1")).toEqual([
      { row: 3, column: "from_statement", value: "q2", expected: { code: "one_to_one", row: 2 } },
    ]);
    expect(faultsOf(LINE, "skattningsformular,1,3,p1,q2", "samtalsunderlag,1,2,p1,q3")).toEqual([]);
  });

  it("needs its columns", () => {
    expect(readEquivalences([])).toMatchObject({
      ok: false,
      faults: EQUIVALENCE_COLUMNS.map((column) => ({ row: 1, column, expected: { code: "column" } })),
    });
    expect(read()).toEqual({ ok: true, value: [] });
  });
});
