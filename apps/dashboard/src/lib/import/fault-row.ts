import { type ImportFault, importFaultText } from "@kompassen/api/import";
import { expectationText, type Language } from "@kompassen/domain/shared";

/** One fault as a row of the table. A fault that is not in a cell has all its words in `expected`. */
export interface FaultRow {
  readonly file: ImportFault["file"];
  readonly row: number | null;
  readonly column: string;
  readonly value: string;
  readonly expected: string;
}

export function toFaultRow(fault: ImportFault, language: Language): FaultRow {
  if (fault.file === "options" || fault.file === "instrument") {
    return { file: fault.file, row: null, column: "", value: "", expected: importFaultText(fault, language) };
  }
  const { row, column, value, expected } = fault.fault;
  return {
    file: fault.file,
    row,
    column: column ?? "",
    value,
    expected: expectationText(expected, language),
  };
}
