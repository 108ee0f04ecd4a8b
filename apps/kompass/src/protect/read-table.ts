import { expectation, type Fault, InputFaults, type TableLine } from "@kompassen/disclosure";
import { parse } from "csv-parse/sync";

export interface Table {
  readonly header: readonly string[];
  readonly lines: readonly TableLine[];
}

/** A CSV file as header and lines, nothing interpreted. @throws InputFaults when it is not a table. */
export function readTable(name: string, text: string): Table {
  const records = parseRecords(name, text);
  const [first, ...rest] = records;
  if (first === undefined) {
    throw new InputFaults(name, [{ row: 1, column: "", value: "", expected: expectation("header") }]);
  }
  const header = first.fields.map((field) => field.trim());
  const faults: Fault[] = rest
    .filter((record) => record.fields.length !== header.length)
    .map(({ row, fields }) => {
      const expected = expectation("fields", { count: String(header.length) });
      return { row, column: header.join(","), value: fields.join(","), expected };
    });
  if (faults.length > 0) throw new InputFaults(name, faults);
  const lines = rest.map(({ row, fields }) => ({
    row,
    fields: Object.fromEntries(header.map((column, i) => [column, (fields[i] ?? "").trim()])),
  }));
  return { header, lines };
}

function parseRecords(name: string, text: string): { row: number; fields: string[] }[] {
  const records: { row: number; fields: string[] }[] = [];
  try {
    parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (fields: string[], { lines }) => {
        records.push({ row: lines, fields });
        return null;
      },
    });
    return records;
  } catch (error) {
    // csv-parse says where in its message, for example an open quote; the text itself is not repeated.
    const value = error instanceof Error ? error.message.slice(0, 120) : "";
    throw new InputFaults(name, [{ row: null, column: "", value, expected: expectation("csv") }]);
  }
}
