import type { FileFault } from "@kompassen/domain/shared";
import { CsvReader, type OnRow } from "./csv-reader.ts";

/** Bytes as they come: a file's stream, an upload's body, or one buffer in an array. */
export type CsvSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Streams the rows of a CSV to `onRow`; the faults of the file as text, if any, are returned. */
export async function readCsv(source: CsvSource, onRow: OnRow): Promise<FileFault[]> {
  const reader = new CsvReader(onRow);
  for await (const chunk of source) reader.push(chunk);
  return reader.end();
}

export type TableRow = { readonly cells: readonly string[]; readonly row: number };

/** A small table held whole, the header first. */
export async function readCsvTable(
  source: CsvSource,
): Promise<{ readonly rows: readonly TableRow[]; readonly faults: readonly FileFault[] }> {
  const rows: TableRow[] = [];
  const faults = await readCsv(source, (cells, row) => rows.push({ cells, row }));
  return { rows, faults };
}
