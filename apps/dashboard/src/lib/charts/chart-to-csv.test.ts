import { expect, test } from "vitest";
import { chartToCsv } from "./chart-to-csv.ts";

const table = (...cells: string[]) => ({
  caption: "",
  columns: [{ label: "Område", isNumber: false }],
  rows: [cells],
});
const lines = (...cells: string[]) => chartToCsv(table(...cells)).split("\r\n");

test("opens in a Swedish spreadsheet: BOM, semicolons, CRLF, decimal comma left as it is", () => {
  expect(chartToCsv(table("Må bra", "2,25"))).toBe("\uFEFFOmråde\r\nMå bra;2,25\r\n");
});

test("quotes what would break a row", () => {
  expect(lines('säger "nej"', "a;b")[1]).toBe('"säger ""nej""";"a;b"');
});

test("no text becomes a formula", () => {
  expect(lines("=1+1", "+46", "@x", "-SUM(A1)")[1]).toBe("'=1+1;'+46;'@x;'-SUM(A1)");
});

test("a dash for nothing and a negative number stay as they are", () => {
  expect(lines("–", "-", "-2")[1]).toBe("–;-;-2");
});
