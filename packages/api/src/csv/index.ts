export { CsvReader, type OnRow } from "./csv-reader.ts";
export { type CsvSource, readCsv, readCsvTable, type TableRow } from "./read-csv.ts";
export { type HistoryCsvOptions, readEquivalenceCsv, readHistoryCsv } from "./read-history-csv.ts";
