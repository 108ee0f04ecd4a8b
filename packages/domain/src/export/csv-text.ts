/** A number stays a number; a text may have to be made safe; null is an empty cell. */
export type CsvValue = string | number | null;

interface CsvDialect {
  readonly delimiter: string;
  readonly decimalMark: string;
  readonly lineEnd: string;
  readonly start: string;
  readonly isForSpreadsheet: boolean;
}

/** For programs: comma, decimal point, line feed. */
export const TIDY_DIALECT: CsvDialect = {
  delimiter: ",",
  decimalMark: ".",
  lineEnd: "\n",
  start: "",
  isForSpreadsheet: false,
};

/** For Excel in Swedish: semicolon, decimal comma, carriage return, and the mark that says UTF-8. */
export const SWEDISH_EXCEL_DIALECT: CsvDialect = {
  delimiter: ";",
  decimalMark: ",",
  lineEnd: "\r\n",
  start: "\uFEFF",
  isForSpreadsheet: true,
};

/** A text that a spreadsheet would take for a formula; the apostrophe makes it text again. */
const FORMULA = /^[=+\-@\t\r]/;

export function csvText(rows: readonly (readonly CsvValue[])[], dialect: CsvDialect): string {
  const lines = rows.map((row) => row.map((value) => fieldText(value, dialect)).join(dialect.delimiter));
  return `${dialect.start}${lines.map((line) => `${line}${dialect.lineEnd}`).join("")}`;
}

function fieldText(value: CsvValue, { delimiter, decimalMark, isForSpreadsheet }: CsvDialect): string {
  if (value === null) return "";
  const isText = typeof value === "string";
  const text = isText ? value : String(value).replace(".", decimalMark);
  const safe = isText && isForSpreadsheet && FORMULA.test(text) ? `'${text}` : text;
  const mustQuote = safe.includes(delimiter) || /["\r\n]/.test(safe);
  return mustQuote ? `"${safe.replaceAll('"', '""')}"` : safe;
}
