export { COMPARISON_COLUMNS, EQUIVALENCE_COLUMNS, HISTORY_COLUMNS, type HistoryColumn } from "./columns.ts";
export type { Expectation, FileFault } from "./file-fault.ts";
export type { History, HistoryChild } from "./history.ts";
