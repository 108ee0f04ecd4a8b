import type { Equivalence } from "@kompassen/domain/behovskompass";
import {
  HISTORY_COLUMNS,
  type History,
  type HistoryOptions,
  HistoryReader,
  readEquivalences,
} from "@kompassen/domain/history";
import { type FileFault, type Header, type Result, readHeader, refused } from "@kompassen/domain/shared";
import { CsvReader } from "./csv-reader.ts";
import { type CsvSource, readCsvTable } from "./read-csv.ts";

export type HistoryCsvOptions = HistoryOptions & {
  /** Told now and then how many rows have been read. */
  readonly onProgress?: (rows: number) => void;
};

/** Reads a history file in one pass: all of it, or every fault in it sorted by row. */
export async function readHistoryCsv(
  source: CsvSource,
  { onProgress, ...options }: HistoryCsvOptions,
): Promise<Result<History, FileFault>> {
  let header: Result<Header<(typeof HISTORY_COLUMNS)[number]>, FileFault> | null = null;
  let history: HistoryReader | null = null;
  const csv = new CsvReader((cells, row) => {
    if (history !== null) return history.readRow(cells, row);
    if (header !== null) return;
    header = readHeader(cells, HISTORY_COLUMNS);
    if (header.ok) history = new HistoryReader(header.value, options);
  });
  for await (const chunk of source) {
    csv.push(chunk);
    onProgress?.(csv.row);
  }
  const textFaults = csv.end();
  return finish(header, history, textFaults);
}

function finish(
  header: Result<unknown, FileFault> | null,
  history: HistoryReader | null,
  textFaults: readonly FileFault[],
): Result<History, FileFault> {
  if (history !== null) {
    for (const fault of textFaults) history.addFault(fault);
    return history.finish();
  }
  // A header that could not be read as text says nothing of which columns are missing.
  const read = header ?? (textFaults.length > 0 ? null : readHeader([], HISTORY_COLUMNS));
  return refused(...(read === null || read.ok ? [] : read.faults), ...textFaults);
}

/** Reads an equivalence file: all of it, or every fault in it sorted by row. */
export async function readEquivalenceCsv(
  source: CsvSource,
): Promise<Result<readonly Equivalence[], FileFault>> {
  const { rows, faults } = await readCsvTable(source);
  if (rows.length === 0 && faults.length > 0) return refused(...faults);
  const read = readEquivalences(rows);
  if (faults.length === 0) return read;
  return refused(...[...faults, ...(read.ok ? [] : read.faults)].toSorted((a, b) => a.row - b.row));
}
