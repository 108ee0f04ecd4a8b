import {
  accepted,
  cellAt,
  type Expectation,
  type FileFault,
  isBlankRow,
  isLocalDate,
  type LocalText,
  localDate,
  type Result,
  readHeader,
  refused,
  shownValue,
} from "../shared/index.ts";
import { AREAS, type Area, isArea } from "./area.ts";
import {
  AGE_FORMS,
  type AgeForm,
  INSTRUMENT_IDS,
  type Instrument,
  isAgeForm,
  isInstrumentId,
  type Statement,
} from "./instrument.ts";

/** One row a statement, or one row a statement and age form. */
export const INSTRUMENT_COLUMNS = [
  "instrument",
  "version",
  "valid_from",
  "title",
  "area",
  "statement",
  "age_form",
  "text_sv",
  "text_en",
  "source",
] as const;

type Column = (typeof INSTRUMENT_COLUMNS)[number];
type Cells = Readonly<Record<Column, string>>;
type Line = { readonly row: number; readonly cells: Cells };

/** The same on every row of the file. */
const FORM_COLUMNS = ["instrument", "version", "valid_from", "title"] as const;

const MAX_CHARACTERS: Partial<Record<Column, number>> = { text_sv: 2_000, text_en: 2_000, source: 2_000 };
const MAX_OTHER_CHARACTERS = 100;

/**
 * Reads an official form from the rows of a table, the header first; every fault at once.
 * @param rows every row with its number in the file
 */
export function readInstrumentRows(
  rows: readonly { readonly cells: readonly string[]; readonly row: number }[],
): Result<Instrument, FileFault> {
  const [first, ...rest] = rows.filter(({ cells }) => !isBlankRow(cells));
  // Stryker disable next-line ArrayDeclaration: no header lacks every column, whatever stands in it
  const header = readHeader(first === undefined ? [] : first.cells, INSTRUMENT_COLUMNS);
  if (!header.ok) return header;
  const { positions, cellCount } = header.value;
  const faults: FileFault[] = [];
  const lines: Line[] = [];
  for (const { cells, row } of rest) {
    if (cells.length === cellCount) {
      const entries = INSTRUMENT_COLUMNS.map((column) => [column, cellAt(cells, positions[column])] as const);
      lines.push({ row, cells: Object.fromEntries(entries) as Cells });
    } else {
      const expected = { code: "cell_count", count: cellCount } as const;
      faults.push({ row, column: null, value: String(cells.length), expected });
    }
  }
  const [form] = lines;
  if (form === undefined)
    return refused(...faults, { row: 2, column: null, value: "", expected: { code: "text" } });
  faults.push(...lines.flatMap((line) => checkLine(line, form)), ...checkDuplicates(lines));
  const { instrument: id, valid_from: validFrom, version, title } = form.cells;
  if (faults.length > 0 || !isInstrumentId(id)) return refused(...faults.toSorted((a, b) => a.row - b.row));
  return accepted({
    id,
    version,
    status: "official",
    title: { sv: title, en: title },
    validFrom: localDate(validFrom),
    statements: toStatements(lines),
    equivalences: [],
  });
}

function checkLine({ row, cells }: Line, form: Line): FileFault[] {
  return INSTRUMENT_COLUMNS.flatMap((column): FileFault[] => {
    const expected = expectationOf(column, cells, form);
    return expected === null ? [] : [{ row, column, value: shownValue(cells[column]), expected }];
  });
}

/** What the cell should have been; null when it is. */
function expectationOf(column: Column, cells: Cells, form: Line): Expectation | null {
  const value = cells[column];
  const most = MAX_CHARACTERS[column] ?? MAX_OTHER_CHARACTERS;
  if (value.length > most) return { code: "at_most_characters", count: most };
  if (FORM_COLUMNS.some((formColumn) => formColumn === column) && value !== form.cells[column]) {
    return { code: "same_as_row", row: form.row, value: form.cells[column] };
  }
  switch (column) {
    case "instrument":
      return isInstrumentId(value) ? null : { code: "one_of", options: INSTRUMENT_IDS };
    case "area":
      return isArea(value) ? null : { code: "one_of", options: AREAS };
    case "valid_from":
      return isLocalDate(value) ? null : { code: "date" };
    case "age_form":
      return value === "" || isAgeForm(value) ? null : { code: "one_of", options: ["", ...AGE_FORMS] };
    case "statement":
      if (cells.instrument === "samtalsunderlag") return value === "" ? null : { code: "no_statement" };
      return value === "" ? { code: "statement_key" } : null;
    case "version":
    case "title":
    case "text_sv":
      return value === "" ? { code: "filled" } : null;
    case "text_en":
    case "source":
      return null;
  }
}

function checkDuplicates(lines: readonly Line[]): FileFault[] {
  const seen = new Set<string>();
  return lines.flatMap(({ row, cells }): FileFault[] => {
    const identity = JSON.stringify([cells.area, cells.statement, cells.age_form]);
    if (seen.has(identity)) {
      return [
        { row, column: "statement", value: shownValue(cells.statement), expected: { code: "only_once" } },
      ];
    }
    seen.add(identity);
    return [];
  });
}

function toStatements(lines: readonly Line[]): Statement[] {
  const byStatement = Map.groupBy(lines, ({ cells }) => JSON.stringify([cells.area, cells.statement]));
  return [...byStatement.values()].flatMap((group) => {
    const general = group.find(({ cells }) => cells.age_form === "") ?? group[0];
    // Stryker disable next-line ConditionalExpression,LogicalOperator,ArrayDeclaration: a group has a line and its area was checked; for the type
    if (general === undefined || !isArea(general.cells.area)) return [];
    const { area, statement, source } = general.cells;
    const byAgeForm = group.flatMap(({ cells }): [AgeForm, LocalText][] =>
      isAgeForm(cells.age_form) ? [[cells.age_form, textOf(cells)]] : [],
    );
    const textByAgeForm: Partial<Record<AgeForm, LocalText>> = Object.fromEntries(byAgeForm);
    return [
      {
        key: keyOf(area, statement),
        area,
        text: textOf(general.cells),
        source,
        ...(byAgeForm.length === 0 ? {} : { textByAgeForm }),
      },
    ];
  });
}

function keyOf(area: Area, statement: string): string {
  return statement === "" ? area : statement;
}

/** English may be left out: then the Swedish text stands in both languages. */
function textOf(cells: Cells): LocalText {
  return { sv: cells.text_sv, en: cells.text_en === "" ? cells.text_sv : cells.text_en };
}
