import { describe, expect, it } from "vitest";
import { cellAt, isBlankRow, isTooLong, shownValue } from "./cell-text.ts";
import { expectationText } from "./expectation-text.ts";
import { faultText } from "./fault-text.ts";
import type { Expectation } from "./file-fault.ts";
import { localDate } from "./local-date.ts";
import { readHeader } from "./read-header.ts";
import { accepted, refused } from "./result.ts";

describe("a header", () => {
  const columns = ["id", "value"] as const;

  it("is read in any order beside other columns, with space around names", () => {
    expect(readHeader(["note", " value ", "id"], columns)).toEqual(
      accepted({ positions: { id: 2, value: 1 }, cellCount: 3 }),
    );
  });

  it("names every column that is missing or there twice", () => {
    expect(readHeader(["value", "value"], columns)).toEqual(
      refused(
        { row: 1, column: "id", value: "", expected: { code: "column" } },
        { row: 1, column: "value", value: "value", expected: { code: "column_once" } },
      ),
    );
  });
});

describe("a cell", () => {
  it("is read without the space around it, also a hard one", () => {
    expect(cellAt(["a", " b\u00a0", "c "], 1)).toBe("b");
    expect(cellAt(["a", "\tb", "c "], 1)).toBe("b");
    expect(cellAt(["a", "å b é"], 1)).toBe("å b é");
    expect(cellAt([""], 0)).toBe("");
    expect(() => cellAt(["a"], 1)).toThrow("no cell at 1");
  });

  it("is too long above 200 characters, and shown up to 60", () => {
    expect(isTooLong("x".repeat(200))).toBe(false);
    expect(isTooLong("x".repeat(201))).toBe(true);
    expect(shownValue("x".repeat(60))).toBe("x".repeat(60));
    expect(shownValue("x".repeat(61))).toBe(`${"x".repeat(60)}…`);
  });

  it("makes an empty row together with other empty ones", () => {
    expect(isBlankRow([" ", "", "\t"])).toBe(true);
    expect(isBlankRow(["", "x"])).toBe(false);
    expect(isBlankRow([])).toBe(true);
  });
});

describe("a fault in words", () => {
  it("tells row, column, value and what was expected", () => {
    const fault = { row: 5, column: "value", value: "6", expected: { code: "value" } } as const;
    expect(faultText(fault, "sv")).toBe(
      'Rad 5, value: "6". Väntade ett heltal 1–5, dont_know, declined eller tomt.',
    );
    expect(faultText(fault, "en")).toBe(
      'Row 5, value: "6". Expected a whole number 1–5, dont_know, declined or empty.',
    );
  });

  it("tells of a whole row and of an empty cell", () => {
    const fault = { row: 2, column: null, value: "", expected: { code: "whole_line" } } as const;
    expect(faultText(fault, "sv")).toBe("Rad 2: tomt. Väntade en hel rad: filen slutar mitt i.");
    expect(faultText({ ...fault, column: "area" }, "en")).toBe(
      "Row 2, area: empty. Expected a whole line: the file ends in the middle of one.",
    );
  });

  const everyExpectation: readonly Expectation[] = [
    { code: "column" },
    { code: "column_once" },
    { code: "cell_count", count: 13 },
    { code: "one_of", options: ["yes", "no", ""] },
    { code: "filled" },
    { code: "date" },
    { code: "not_after", date: localDate("2026-03-15") },
    { code: "not_before", date: localDate("2026-03-15") },
    { code: "rater" },
    { code: "value" },
    { code: "target" },
    { code: "statement_key" },
    { code: "no_statement" },
    { code: "known_version", versions: ["1", "2"] },
    { code: "known_version", versions: [] },
    { code: "known_statement", version: "1", area: "fritid" },
    { code: "at_most_characters", count: 200 },
    { code: "only_once" },
    { code: "same_as_row", row: 7, value: "3,5" },
    { code: "same_as_row", row: 7, value: "" },
    { code: "one_assessment_a_day", row: 7, compassId: "c1" },
    { code: "one_to_one", row: 7 },
    { code: "another_version" },
    { code: "known_unit" },
    { code: "known_responsible" },
    { code: "oneself" },
    { code: "in_children_file" },
    { code: "at_most_decimals", count: 2 },
    { code: "one_version" },
    { code: "stored_child" },
    { code: "stored_assessment" },
    { code: "no_stored_assessment_that_day" },
    { code: "no_open_form" },
    { code: "known_child" },
    { code: "stored_step" },
    { code: "stored_count" },
    { code: "unique_id" },
    { code: "one_row_each" },
    { code: "quarter", latest: "2026Q4", mayBeEmpty: true },
    { code: "quarter", latest: "2026Q4", mayBeEmpty: false },
    { code: "whole_number", most: 1_000_000 },
    { code: "text" },
    { code: "utf8" },
    { code: "whole_line" },
    { code: "closed_quote" },
  ];

  it("has its own words for everything that can be expected, in both languages", () => {
    expect(
      everyExpectation.map((expected) => [expectationText(expected, "sv"), expectationText(expected, "en")]),
    ).toMatchSnapshot();
  });
});
