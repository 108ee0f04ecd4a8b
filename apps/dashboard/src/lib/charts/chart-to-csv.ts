import type { ChartTable } from "./types.ts";

const byteOrderMark = "\uFEFF";

/** Cells that a spreadsheet would run as a formula; a plain dash or number is left alone. */
const looksLikeFormula = /^[=+@\t\r]|^-(?![\d\s]*$)/;

/**
 * A chart's table as CSV for Swedish spreadsheets: UTF-8 with BOM, semicolons, CRLF, and the same decimal comma
 * as on screen. A text that a spreadsheet would run as a formula gets an apostrophe before it.
 */
export function chartToCsv(table: ChartTable): string {
  const lines = [table.columns.map(({ label }) => label), ...table.rows];
  return byteOrderMark + lines.map((cells) => `${cells.map(csvCell).join(";")}\r\n`).join("");
}

function csvCell(text: string): string {
  const safe = looksLikeFormula.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
