import { describe, expect, it } from "vitest";
import { type Answer, AREAS, adoptKeys } from "../behovskompass/index.ts";
import { decimal, type FileFault, localDate, readHeader } from "../shared/index.ts";
import { HISTORY_COLUMNS, type HistoryColumn } from "./columns.ts";
import { HistoryReader } from "./history-reader.ts";
import { type KnownVersions, knownVersions } from "./known-versions.ts";
import { listVersions } from "./list-versions.ts";

const today = localDate("2026-03-15");

type Cells = Partial<Record<HistoryColumn, string>>;

const SINGLE: Record<HistoryColumn, string> = {
  child_id: "A",
  compass_id: "A-1",
  assessed_on: "2026-01-15",
  registered_on: "2026-01-16",
  rater: "barn",
  instrument: "samtalsunderlag",
  instrument_version: "1",
  age_form: "6-12",
  area: "fritid",
  statement: "",
  value: "3",
  concern: "",
  target: "",
};
const STATEMENT: Cells = {
  rater: "barnteam",
  instrument: "skattningsformular",
  age_form: "",
  statement: "p1",
};

function read(rows: readonly (Cells | string[])[], known: KnownVersions | null = null) {
  const header = readHeader(HISTORY_COLUMNS, HISTORY_COLUMNS);
  if (!header.ok) throw new Error("these are the columns");
  const reader = new HistoryReader(header.value, { today, knownVersions: known });
  rows.forEach((row, index) => {
    const cells = Array.isArray(row) ? row : HISTORY_COLUMNS.map((column) => ({ ...SINGLE, ...row })[column]);
    reader.readRow(cells, index + 2);
  });
  return reader.finish();
}

function historyOf(...rows: Cells[]) {
  const result = read(rows);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}

function faultsOf(...rows: (Cells | string[])[]): FileFault[] {
  const result = read(rows);
  return result.ok ? [] : [...result.faults];
}

const faultOf = (cells: Cells) => {
  const faults = faultsOf(cells);
  expect(faults).toHaveLength(1);
  return faults[0];
};

describe("a history file", () => {
  it("becomes the assessments of its children, sorted by id", () => {
    const history = historyOf(
      { child_id: "B", compass_id: "B-1" },
      {},
      { area: "omsorg", value: "declined" },
    );
    expect(history.rows).toBe(3);
    expect(history.children.map(({ childId }) => childId)).toEqual(["A", "B"]);
    expect(history.children[0]).toEqual({
      childId: "A",
      assessments: [
        {
          compassId: "A-1",
          firstRow: 3,
          rater: "barn",
          assessedOn: "2026-01-15",
          registeredOn: "2026-01-16",
          instrument: "samtalsunderlag",
          instrumentVersion: "1",
          ageForm: "6-12",
          ratings: new Map([
            ["fritid", { kind: "single", answer: 3 }],
            ["omsorg", { kind: "single", answer: "declined" }],
          ]),
        },
      ],
      thoughts: new Map(),
    });
  });

  it("gathers statements by area, whatever the order of the rows", () => {
    const rows: Cells[] = [
      { ...STATEMENT, value: "2" },
      { ...STATEMENT, area: "omsorg", value: "" },
      {},
      { ...STATEMENT, statement: "p2", value: "dont_know" },
    ];
    const ratings = historyOf(...rows).children[0]?.assessments.map((assessment) => assessment.ratings);
    expect(ratings).toEqual([
      new Map([
        [
          "fritid",
          {
            kind: "statements",
            answers: new Map<string, Answer>([
              ["p1", 2],
              ["p2", "dont_know"],
            ]),
          },
        ],
        ["omsorg", { kind: "statements", answers: new Map([["p1", "blank"]]) }],
      ]),
      new Map([["fritid", { kind: "single", answer: 3 }]]),
    ]);
  });

  it("keeps raters of one compass apart, each with its own date, and compasses of one id by child", () => {
    const history = historyOf(
      {},
      { rater: "vardnadshavare:1", assessed_on: "2026-01-20", registered_on: "2026-01-20", age_form: "" },
      { child_id: "B" },
    );
    expect(history.children.map(({ assessments }) => assessments.length)).toEqual([2, 1]);
    expect(historyOf({}, { child_id: "B" }).children).toHaveLength(2);
    expect(historyOf({}, { compass_id: "A-2", area: "omsorg" }).children[0]?.assessments).toHaveLength(2);
    expect(historyOf({}, { rater: "barnteam" }).children[0]?.assessments).toHaveLength(2);
  });

  it("reads every answer, and whole numbers that a spreadsheet gave a decimal", () => {
    const values = ["1", "2", "3", "4", "5", "3.0", "4,0", "", "dont_know", "declined"];
    const answers = values.map((value) =>
      historyOf({ value }).children[0]?.assessments[0]?.ratings.get("fritid"),
    );
    expect(answers).toEqual(
      [1, 2, 3, 4, 5, 3, 4, "blank", "dont_know", "declined"].map((answer) => ({ kind: "single", answer })),
    );
  });

  it("reads cells without the space around them and lets empty rows be", () => {
    const padded = Object.fromEntries(HISTORY_COLUMNS.map((column) => [column, ` ${SINGLE[column]} `]));
    const result = read([{}, ["", ""], HISTORY_COLUMNS.map(() => ""), [" "], { ...padded, area: " omsorg" }]);
    expect(result.ok && result.value.rows).toBe(2);
    expect(result.ok && result.value.children[0]?.assessments).toHaveLength(1);
  });
});

describe("thoughts in a file", () => {
  const thoughtsOf = (...rows: Cells[]) => historyOf(...rows).children[0]?.thoughts;

  it("belong to the compass and area, and repeat on its rows", () => {
    const rows: Cells[] = [
      { concern: "yes", target: "3,5" },
      { rater: "vardnadshavare:1", concern: "", target: "3.50" },
      { area: "omsorg", concern: "no" },
      { compass_id: "A-2", assessed_on: "2026-01-17", registered_on: "2026-01-17" },
    ];
    expect(thoughtsOf(...rows)).toEqual(
      new Map([
        [
          "A-1",
          new Map([
            ["fritid", { concern: true, target: decimal("3.5") }],
            ["omsorg", { concern: false, target: null }],
          ]),
        ],
      ]),
    );
  });

  it("are told by the first cell that is filled", () => {
    expect(thoughtsOf({ target: "4" }, { rater: "barnteam", concern: "no" })).toEqual(
      new Map([["A-1", new Map([["fritid", { concern: false, target: decimal("4") }]])]]),
    );
  });

  it("that disagree are a fault that names the other row", () => {
    const disagreeing = faultsOf(
      { concern: "yes", target: "3" },
      { rater: "barnteam", concern: "no", target: "4" },
      { rater: "vardnadshavare:1", concern: "yes", target: "3,0" },
    );
    expect(disagreeing).toEqual([
      { row: 3, column: "concern", value: "no", expected: { code: "same_as_row", row: 2, value: "yes" } },
      { row: 3, column: "target", value: "4", expected: { code: "same_as_row", row: 2, value: "3" } },
    ]);
  });

  it.each([
    ["concern", "Ja", { code: "one_of", options: ["yes", "no", ""] }],
    ["target", "0", { code: "target" }],
    ["target", "0,9", { code: "target" }],
    ["target", "5,1", { code: "target" }],
    ["target", "hög", { code: "target" }],
  ] as const)("refuse %s %s", (column, value, expected) => {
    expect(faultOf({ [column]: value })).toEqual({ row: 2, column, value, expected });
  });

  it("take a target at both ends of the scale", () => {
    expect(faultsOf({ target: "1" })).toEqual([]);
    expect(faultsOf({ target: "5,0" })).toEqual([]);
  });
});

describe("a fault in a history file", () => {
  it.each([
    ["child_id", "", { code: "filled" }],
    ["compass_id", " ", { code: "filled" }],
    ["assessed_on", "15/1 2026", { code: "date" }],
    ["registered_on", "2026-02-30", { code: "date" }],
    ["registered_on", "2026-03-16", { code: "not_after", date: today }],
    ["registered_on", "2026-01-14", { code: "not_before", date: "2026-01-15" }],
    ["rater", "mamma", { code: "rater" }],
    ["instrument", "upptackarkort", { code: "one_of", options: ["samtalsunderlag", "skattningsformular"] }],
    ["instrument_version", "", { code: "filled" }],
    ["age_form", "0-3", { code: "one_of", options: ["4-6", "6-12", "12+", ""] }],
    ["area", "hälsa", { code: "one_of", options: AREAS }],
    ["statement", "p1", { code: "no_statement" }],
    ["value", "0", { code: "value" }],
    ["value", "6", { code: "value" }],
    ["value", "2,5", { code: "value" }],
    ["value", "-1", { code: "value" }],
    ["value", "three", { code: "value" }],
  ] as const)("in %s: %j", (column, value, expected) => {
    expect(faultOf({ [column]: value })).toEqual({ row: 2, column, value: value.trim(), expected });
  });

  it("is a date to come, and today is none", () => {
    expect(
      faultsOf({ assessed_on: "2026-03-16", registered_on: "2026-03-16" }).map(({ column }) => column),
    ).toEqual(["assessed_on", "registered_on"]);
    expect(faultsOf({ assessed_on: today, registered_on: today })).toEqual([]);
    expect(faultsOf({ registered_on: SINGLE.assessed_on })).toEqual([]);
  });

  it("is a statement missing where the form has them, or a bad value in one", () => {
    expect(faultOf({ ...STATEMENT, statement: "" })).toMatchObject({
      column: "statement",
      expected: { code: "statement_key" },
    });
    expect(faultOf({ ...STATEMENT, value: "2,5" })).toMatchObject({
      column: "value",
      value: "2,5",
      expected: { code: "value" },
    });
  });

  it("is the same answer twice, not that of another statement or area", () => {
    expect(faultsOf({}, {})).toEqual([
      { row: 3, column: "statement", value: "", expected: { code: "only_once" } },
    ]);
    expect(faultsOf(STATEMENT, { ...STATEMENT, value: "" })).toEqual([
      { row: 3, column: "statement", value: "p1", expected: { code: "only_once" } },
    ]);
    expect(faultsOf(STATEMENT, { ...STATEMENT, area: "omsorg" }, { ...STATEMENT, statement: "p2" })).toEqual(
      [],
    );
  });

  it("is an over-long cell anywhere, shown cut", () => {
    const long = "x".repeat(201);
    for (const column of [
      "child_id",
      "compass_id",
      "rater",
      "assessed_on",
      "instrument",
      "instrument_version",
      "age_form",
      "area",
      "value",
      "concern",
      "target",
    ] as const) {
      const faults = faultsOf({ [column]: long });
      expect(faults).toEqual([
        { row: 2, column, value: `${"x".repeat(60)}…`, expected: { code: "at_most_characters", count: 200 } },
      ]);
    }
    expect(faultOf({ ...STATEMENT, statement: long })).toMatchObject({
      column: "statement",
      expected: { code: "at_most_characters" },
    });
    expect(faultsOf({ ...STATEMENT, statement: "x".repeat(200), child_id: "x".repeat(200) })).toEqual([]);
  });

  it("is a row with more or fewer cells than the header", () => {
    expect(faultsOf(["A", "A-1"])).toEqual([
      { row: 2, column: null, value: "2", expected: { code: "cell_count", count: 13 } },
    ]);
  });

  it("is told on every row that has it, beside the others of the row", () => {
    const faults = faultsOf({ rater: "x", value: "9" }, { rater: "x", area: "y" }, {});
    expect(faults.map(({ row, column }) => `${row} ${column}`)).toEqual([
      "2 rater",
      "2 value",
      "3 rater",
      "3 area",
    ]);
  });

  it("is a compass in which a rater has two dates, forms or versions", () => {
    const faults = faultsOf(
      {},
      {
        area: "omsorg",
        assessed_on: "2026-01-14",
        registered_on: "2026-01-17",
        instrument_version: "2",
        age_form: "",
      },
      { area: "utvecklas", instrument: "skattningsformular", statement: "p1" },
      { area: "ma_bra" },
    );
    expect(faults).toEqual([
      {
        row: 3,
        column: "assessed_on",
        value: "2026-01-14",
        expected: { code: "same_as_row", row: 2, value: "2026-01-15" },
      },
      {
        row: 3,
        column: "registered_on",
        value: "2026-01-17",
        expected: { code: "same_as_row", row: 2, value: "2026-01-16" },
      },
      {
        row: 3,
        column: "instrument_version",
        value: "2",
        expected: { code: "same_as_row", row: 2, value: "1" },
      },
      { row: 3, column: "age_form", value: "", expected: { code: "same_as_row", row: 2, value: "6-12" } },
      {
        row: 4,
        column: "instrument",
        value: "skattningsformular",
        expected: { code: "same_as_row", row: 2, value: "samtalsunderlag" },
      },
    ]);
    const bare: Cells = { age_form: "" };
    expect(
      faultsOf(
        bare,
        { ...bare, area: "omsorg", compass_id: "A-2", assessed_on: "2026-01-14" },
        { ...bare, area: "utvecklas" },
      ),
    ).toEqual([]);
  });

  it.each(["assessed_on", "registered_on", "instrument_version", "age_form"] as const)(
    "is another %s alone, on the very next row of an assessment",
    (column) => {
      const other = {
        assessed_on: "2026-01-14",
        registered_on: "2026-01-17",
        instrument_version: "2",
        age_form: "12+",
      };
      const faults = faultsOf({}, { area: "omsorg", [column]: other[column] });
      expect(faults.map((fault) => `${fault.row} ${fault.column}`)).toEqual([`3 ${column}`]);
    },
  );

  it("is not told again as an answer given twice", () => {
    expect(faultsOf({ value: "9" }, {}).map(({ row, column }) => `${row} ${column}`)).toEqual(["2 value"]);
    expect(faultsOf({ area: "x" }, { area: "x" }).map(({ row, column }) => `${row} ${column}`)).toEqual([
      "2 area",
      "3 area",
    ]);
  });

  it("is a second assessment of a series on one day", () => {
    const again: Cells = { compass_id: "A-2" };
    expect(faultsOf({}, again, { ...again, area: "omsorg" })).toEqual([
      {
        row: 3,
        column: "assessed_on",
        value: "2026-01-15",
        expected: { code: "one_assessment_a_day", row: 2, compassId: "A-1" },
      },
    ]);
    expect(faultsOf({}, { ...again, area: "omsorg" })).toEqual([]);
    expect(faultsOf({}, { ...again, rater: "barnteam" })).toEqual([]);
    expect(faultsOf({}, { ...again, assessed_on: "2026-01-14" })).toEqual([]);
    expect(faultsOf({}, { ...again, child_id: "B" })).toEqual([]);
    expect(faultsOf({}, again, { compass_id: "A-3" })).toHaveLength(2);
    expect(faultsOf({ area: "omsorg" }, {}, again)).toHaveLength(1);
  });

  it("is sorted by row together with what was found before the cells", () => {
    const header = readHeader(HISTORY_COLUMNS, HISTORY_COLUMNS);
    if (!header.ok) throw new Error("these are the columns");
    const reader = new HistoryReader(header.value, { today, knownVersions: null });
    reader.readRow(["x"], 5);
    reader.addFault({ row: 3, column: null, value: "", expected: { code: "utf8" } });
    const result = reader.finish();
    expect(result.ok ? [] : result.faults.map(({ row }) => row)).toEqual([3, 5]);
  });
});

describe("known versions", () => {
  const form = (instrument: "samtalsunderlag" | "skattningsformular", version: string) =>
    adoptKeys({
      instrument,
      version,
      validFrom: today,
      keys: new Map([
        ["fritid", ["p1", "p2"]],
        ["omsorg", ["o1"]],
      ] as const),
    });
  const known = knownVersions([
    form("samtalsunderlag", "1"),
    form("skattningsformular", "1"),
    form("skattningsformular", "2"),
  ]);
  const check = (cells: Cells, versions: KnownVersions = known) => {
    const result = read([cells], versions);
    return result.ok ? [] : result.faults;
  };

  it("hold what a file may speak of", () => {
    expect(check({})).toEqual([]);
    expect(check(STATEMENT)).toEqual([]);
    expect(check({ ...STATEMENT, area: "omsorg", statement: "o1", instrument_version: "2" })).toEqual([]);
  });

  it("make an unknown version a fault that names those there are", () => {
    expect(check({ instrument_version: "2" })).toEqual([
      {
        row: 2,
        column: "instrument_version",
        value: "2",
        expected: { code: "known_version", versions: ["1"] },
      },
    ]);
    expect(check({ ...STATEMENT, instrument_version: "3" })).toMatchObject([
      { expected: { code: "known_version", versions: ["1", "2"] } },
    ]);
    expect(check({ instrument_version: "" })).toMatchObject([{ expected: { code: "filled" } }]);
    expect(check({ instrument: "x" })).toMatchObject([{ column: "instrument" }]);
    expect(check({}, new Map())).toMatchObject([{ expected: { code: "known_version", versions: [] } }]);
  });

  it("make an unknown statement of an area a fault that names it", () => {
    expect(check({ ...STATEMENT, statement: "p9" })).toEqual([
      {
        row: 2,
        column: "statement",
        value: "p9",
        expected: { code: "known_statement", version: "1", area: "fritid" },
      },
    ]);
    expect(check({ ...STATEMENT, area: "omsorg" })).toMatchObject([
      { value: "p1", expected: { code: "known_statement", area: "omsorg" } },
    ]);
    expect(check({ ...STATEMENT, area: "utvecklas" })).toMatchObject([
      { expected: { code: "known_statement", area: "utvecklas" } },
    ]);
  });
});

it("lists the versions that a file uses, with their keys by area", () => {
  const history = historyOf(
    {},
    STATEMENT,
    { ...STATEMENT, statement: "p2" },
    { ...STATEMENT, child_id: "B", statement: "p3" },
    { ...STATEMENT, child_id: "B", area: "omsorg" },
    { ...STATEMENT, child_id: "C", instrument_version: "2" },
  );
  expect(listVersions(history)).toEqual([
    { instrument: "samtalsunderlag", version: "1", keys: new Map([["fritid", new Set()]]) },
    {
      instrument: "skattningsformular",
      version: "1",
      keys: new Map([
        ["fritid", new Set(["p1", "p2", "p3"])],
        ["omsorg", new Set(["p1"])],
      ]),
    },
    { instrument: "skattningsformular", version: "2", keys: new Map([["fritid", new Set(["p1"])]]) },
  ]);
});
