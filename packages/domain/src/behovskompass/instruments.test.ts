import { describe, expect, it } from "vitest";
import { localDate } from "../shared/index.ts";
import { adoptKeys, compareKeys } from "./adopt-keys.ts";
import { AREAS, type Area } from "./area.ts";
import { AGE_FORMS } from "./instrument.ts";
import { PLACEHOLDER_INSTRUMENTS, PLACEHOLDER_NOTICE } from "./placeholder.ts";
import { checkInstrument, readInstrument } from "./read-instrument.ts";
import { INSTRUMENT_COLUMNS, readInstrumentRows } from "./read-instrument-rows.ts";

const [samtalsunderlag, skattningsformular] = PLACEHOLDER_INSTRUMENTS;

describe("the placeholders", () => {
  it("have 6/8/6/3/3/7/4/5 statements and one question an area, all marked", () => {
    const counts = AREAS.map(
      (area) => skattningsformular?.statements.filter((one) => one.area === area).length,
    );
    expect(counts).toEqual([6, 8, 6, 3, 3, 7, 4, 5]);
    expect(samtalsunderlag?.statements.map(({ key, area }) => [key, area])).toEqual(
      AREAS.map((area) => [area, area]),
    );
    expect(PLACEHOLDER_INSTRUMENTS.map(({ status, version }) => [status, version])).toEqual([
      ["placeholder", "1"],
      ["placeholder", "1"],
    ]);
    expect(PLACEHOLDER_NOTICE.sv).toBe("Platshållare - ersätt med modellägarnas formulär");
  });

  it("are sound instruments with a text in both languages for every statement and age", () => {
    for (const instrument of PLACEHOLDER_INSTRUMENTS) {
      expect(checkInstrument(instrument)).toEqual([]);
      const texts = instrument.statements.flatMap(({ text, textByAgeForm }) => [
        text,
        ...Object.values(textByAgeForm ?? {}),
      ]);
      expect(texts.every((text) => text !== null && text.sv.length > 5 && text.en.length > 5)).toBe(true);
      expect(new Set(texts.map((text) => text?.sv)).size).toBe(texts.length);
    }
    const forms = samtalsunderlag?.statements.map(({ textByAgeForm }) => Object.keys(textByAgeForm ?? {}));
    expect(forms).toEqual(AREAS.map(() => [...AGE_FORMS]));
  });
});

const FORM = {
  instrument: "skattningsformular",
  version: "2",
  title: { sv: "Skattningsformulär" },
  valid_from: "2026-08-01",
  statements: [
    { key: "o1", area: "omsorg", text: { sv: "Ett", en: "One" }, source: "Modellägarna" },
    { key: "o1", area: "fritid", text: { sv: "Två" }, text_by_age_form: { "12+": { sv: "Två, äldre" } } },
  ],
  equivalences: [{ from_version: "1", to_version: "2", pairs: [{ from: "omsorg_1", to: "o1" }] }],
};

describe("an official form as JSON", () => {
  it("becomes an instrument, with Swedish where English is left out", () => {
    const read = readInstrument(FORM);
    expect(read).toEqual({
      ok: true,
      value: {
        id: "skattningsformular",
        version: "2",
        status: "official",
        title: { sv: "Skattningsformulär", en: "Skattningsformulär" },
        validFrom: "2026-08-01",
        statements: [
          { key: "o1", area: "omsorg", text: { sv: "Ett", en: "One" }, source: "Modellägarna" },
          {
            key: "o1",
            area: "fritid",
            text: { sv: "Två", en: "Två" },
            source: "",
            textByAgeForm: { "12+": { sv: "Två, äldre", en: "Två, äldre" } },
          },
        ],
        equivalences: [
          {
            instrument: "skattningsformular",
            fromVersion: "1",
            toVersion: "2",
            pairs: [{ from: "omsorg_1", to: "o1" }],
          },
        ],
      },
    });
  });

  it("is read without the space around its words", () => {
    const read = readInstrument(withStatement({ key: " o1 ", text: { sv: " Ett " }, source: " M " }));
    expect(read).toMatchObject({
      ok: true,
      value: { statements: [{ key: "o1", text: { sv: "Ett", en: "Ett" }, source: "M" }] },
    });
    expect(readInstrument(withStatement({ text: { sv: "  " } })).ok).toBe(false);
  });

  it("may leave out equivalences", () => {
    const { equivalences: _, ...alone } = FORM;
    expect(readInstrument(alone)).toMatchObject({ ok: true, value: { equivalences: [] } });
  });

  const faultsOf = (json: unknown) => {
    const read = readInstrument(json);
    return read.ok ? [] : read.faults.map(({ path, code }) => `${path} ${code}`);
  };
  const statement = FORM.statements[0];
  const withStatement = (over: object) => ({
    ...FORM,
    equivalences: [],
    statements: [{ ...statement, ...over }],
  });

  it("is refused with the place of everything that has the wrong shape", () => {
    expect(
      faultsOf({ ...FORM, version: " ", valid_from: "2026-02-30", instrument: "upptackarkort" }),
    ).toEqual(["instrument shape", "version shape", "valid_from shape"]);
    expect(faultsOf(withStatement({ area: "halsa", key: "", text: { sv: "" } }))).toEqual([
      "statements.0.key shape",
      "statements.0.area shape",
      "statements.0.text.sv shape",
    ]);
    expect(faultsOf(withStatement({ text_by_age_form: { "0-3": { sv: "x" } } }))).toEqual([
      "statements.0.text_by_age_form shape",
    ]);
    expect(faultsOf({ ...FORM, statements: [] })).toEqual(["statements shape"]);
    expect(faultsOf({ ...FORM, valid_from: ["2026-08-01"] })).toEqual(["valid_from shape"]);
    expect(faultsOf({ ...FORM, valid_from: 20260801 })).toEqual(["valid_from shape"]);
    expect(faultsOf({ ...FORM, equivalences: [{ from_version: "1", to_version: "2", pairs: [] }] })).toEqual([
      "equivalences.0.pairs shape",
    ]);
    expect(faultsOf("text")).toEqual([" shape"]);
  });

  it("is refused when a key or text is longer than any form has", () => {
    expect(faultsOf(withStatement({ key: "k".repeat(101) }))).toEqual(["statements.0.key shape"]);
    expect(
      faultsOf(
        withStatement({ key: "k".repeat(100), text: { sv: "t".repeat(2_000) }, source: "s".repeat(2_000) }),
      ),
    ).toEqual([]);
    expect(faultsOf(withStatement({ text: { sv: "t".repeat(2_001) } }))).toEqual([
      "statements.0.text.sv shape",
    ]);
    expect(faultsOf(withStatement({ source: "t".repeat(2_001) }))).toEqual(["statements.0.source shape"]);
    const many = Array.from({ length: 501 }, (_, index) => ({ ...statement, key: `k${index}` }));
    expect(faultsOf({ ...FORM, equivalences: [], statements: many })).toEqual(["statements shape"]);
    expect(faultsOf({ ...FORM, equivalences: [], statements: many.slice(1) })).toEqual([]);
  });

  it("is refused for a key twice in an area, or a question that is not its area's", () => {
    const twice = { ...FORM, statements: [statement, statement, { ...statement, area: "fritid" }] };
    expect(readInstrument(twice)).toEqual({
      ok: false,
      faults: [{ path: "statements.1.key", code: "duplicate_statement", detail: "o1" }],
    });
    const question = { ...FORM, instrument: "samtalsunderlag", equivalences: [] };
    expect(faultsOf(question)).toEqual([
      "statements.0.key one_question_an_area",
      "statements.1.key one_question_an_area",
    ]);
    expect(faultsOf({ ...question, statements: [{ ...statement, key: "omsorg" }] })).toEqual([]);
  });

  it("is refused for an equivalence that its own statements do not have", () => {
    const declare = (from_version: string, to_version: string, from: string, to: string) => ({
      ...FORM,
      equivalences: [{ from_version, to_version, pairs: [{ from, to }] }],
    });
    expect(readInstrument(declare("1", "2", "a", "x"))).toEqual({
      ok: false,
      faults: [{ path: "equivalences.0.pairs.0", code: "unknown_statement", detail: "x" }],
    });
    expect(readInstrument(declare("2", "1", "x", "a"))).toMatchObject({
      ok: false,
      faults: [{ detail: "x" }],
    });
    expect(readInstrument(declare("2", "1", "o1", "a")).ok).toBe(true);
    expect(readInstrument(declare("3", "4", "a", "b"))).toMatchObject({
      ok: false,
      faults: [{ code: "unknown_statement", detail: "a b" }],
    });
    expect(readInstrument(declare("2", "2", "o1", "o1"))).toEqual({
      ok: false,
      faults: [{ path: "equivalences.0", code: "same_version", detail: "2" }],
    });
  });
});

describe("an official form as a table", () => {
  const table = (...rows: string[][]) =>
    [[...INSTRUMENT_COLUMNS], ...rows].map((cells, index) => ({ cells, row: index + 1 }));
  const row = (over: Partial<Record<(typeof INSTRUMENT_COLUMNS)[number], string>> = {}) => {
    const cells = {
      instrument: "skattningsformular",
      version: "2",
      valid_from: "2026-08-01",
      title: "Skattningsformulär",
      area: "omsorg",
      statement: "o1",
      age_form: "",
      text_sv: "Ett",
      text_en: "",
      source: "",
      ...over,
    };
    return INSTRUMENT_COLUMNS.map((column) => cells[column]);
  };
  const read = (...rows: string[][]) => readInstrumentRows(table(...rows));
  const faultsOf = (...rows: string[][]) => {
    const result = read(...rows);
    return result.ok
      ? []
      : result.faults.map((fault) => `${fault.row} ${fault.column} ${fault.value} ${fault.expected.code}`);
  };

  it("becomes an instrument", () => {
    expect(
      read(row(), ["", ""], row({ area: "fritid", text_sv: "Två", text_en: "Two", source: "M" })),
    ).toEqual({
      ok: true,
      value: {
        id: "skattningsformular",
        version: "2",
        status: "official",
        title: { sv: "Skattningsformulär", en: "Skattningsformulär" },
        validFrom: "2026-08-01",
        statements: [
          { key: "o1", area: "omsorg", text: { sv: "Ett", en: "Ett" }, source: "" },
          { key: "o1", area: "fritid", text: { sv: "Två", en: "Two" }, source: "M" },
        ],
        equivalences: [],
      },
    });
  });

  it("gathers the age forms of a question, with or without a general one", () => {
    const question = (age_form: string, text_sv: string, area = "omsorg") =>
      row({ instrument: "samtalsunderlag", statement: "", age_form, text_sv, area });
    const result = read(
      question("4-6", "Liten"),
      question("", "Alla"),
      question("12+", "Stor"),
      question("6-12", "Mellan", "fritid"),
    );
    const both = (text: string) => ({ sv: text, en: text });
    expect(result).toMatchObject({
      ok: true,
      value: {
        statements: [
          { key: "omsorg", text: both("Alla"), textByAgeForm: { "4-6": both("Liten"), "12+": both("Stor") } },
          { key: "fritid", text: both("Mellan"), textByAgeForm: { "6-12": both("Mellan") } },
        ],
      },
    });
  });

  it("is refused with every fault by row and column", () => {
    expect(
      faultsOf(
        row({
          instrument: "x",
          area: "y",
          valid_from: "z",
          age_form: "0-3",
          statement: "",
          text_sv: "",
          version: "",
          title: "",
        }),
      ),
    ).toEqual([
      "2 instrument x one_of",
      "2 version  filled",
      "2 valid_from z date",
      "2 title  filled",
      "2 area y one_of",
      "2 statement  statement_key",
      "2 age_form 0-3 one_of",
      "2 text_sv  filled",
    ]);
    expect(faultsOf(row({ instrument: "samtalsunderlag" }))).toEqual(["2 statement o1 no_statement"]);
    expect(faultsOf(row(), row({ version: "3", statement: "o2" }))).toEqual(["3 version 3 same_as_row"]);
    expect(faultsOf(row(), row())).toEqual(["3 statement o1 only_once"]);
    expect(faultsOf(row(), row(), row({ area: "y" }))).toEqual([
      "3 statement o1 only_once",
      "4 area y one_of",
    ]);
    expect(read(row({ age_form: "0-3" }))).toMatchObject({
      faults: [{ expected: { code: "one_of", options: ["", "4-6", "6-12", "12+"] } }],
    });
    expect(faultsOf(row(), row({ age_form: "12+" }))).toEqual([]);
    expect(faultsOf(row(), ["x"], row())).toEqual(["3 null 1 cell_count", "4 statement o1 only_once"]);
  });

  it("is refused when a cell is longer than any form has", () => {
    expect(read(row({ statement: "k".repeat(101) }))).toMatchObject({
      faults: [{ row: 2, column: "statement", expected: { code: "at_most_characters", count: 100 } }],
    });
    expect(
      faultsOf(
        row({
          statement: "k".repeat(100),
          text_sv: "t".repeat(2_000),
          text_en: "t".repeat(2_000),
          source: "t".repeat(2_000),
        }),
      ),
    ).toEqual([]);
    for (const column of ["text_sv", "text_en", "source"] as const) {
      expect(faultsOf(row({ [column]: "t".repeat(2_001) }))[0]).toMatch(`2 ${column} t`);
    }
  });

  it("is refused without its columns or without a statement", () => {
    expect(readInstrumentRows([])).toMatchObject({
      ok: false,
      faults: INSTRUMENT_COLUMNS.map((column) => ({ row: 1, column })),
    });
    expect(faultsOf()).toEqual(["2 null  text"]);
    expect(faultsOf(["x"])).toEqual(["2 null 1 cell_count", "2 null  text"]);
  });
});

describe("a version made from a file's own keys", () => {
  const keys = new Map<Area, Set<string>>([
    ["fritid", new Set(["p10", "p2", "p1"])],
    ["omsorg", new Set(["b", "a"])],
  ]);
  const form = { version: "x", validFrom: localDate("2026-01-01"), keys };

  it("has them by area and number, without texts", () => {
    const adopted = adoptKeys({ ...form, instrument: "skattningsformular" });
    expect(adopted).toMatchObject({
      id: "skattningsformular",
      version: "x",
      status: "without_text",
      validFrom: "2026-01-01",
      equivalences: [],
      title: { sv: "skattningsformular x", en: "skattningsformular x" },
    });
    expect(adopted.statements).toEqual(
      [
        ["omsorg", "a"],
        ["omsorg", "b"],
        ["fritid", "p1"],
        ["fritid", "p2"],
        ["fritid", "p10"],
      ].map(([area, key]) => ({ area, key, text: null, source: "" })),
    );
  });

  it("asks about every area when it is a samtalsunderlag", () => {
    const adopted = adoptKeys({ ...form, instrument: "samtalsunderlag" });
    expect(adopted.statements.map(({ key }) => key)).toEqual([...AREAS]);
  });

  it.each([
    ["p2", "p10", -1],
    ["p10", "p2", 1],
    ["p1", "p1", 0],
    ["p", "p1", -1],
    ["p1", "p", 1],
    ["a", "b", -1],
    ["b", "a", 1],
    ["1a", "a", -1],
    ["p2b", "p2a", 1],
    ["p02", "p2", -1],
    ["", "a", -1],
    ["", "B", -1],
  ])("sorts %s and %s", (a, b, sign) => expect(Math.sign(compareKeys(a, b))).toBe(sign));
});
