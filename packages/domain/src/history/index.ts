export { COMPARISON_COLUMNS, EQUIVALENCE_COLUMNS, HISTORY_COLUMNS, type HistoryColumn } from "./columns.ts";
export { compareHistory } from "./compare-history.ts";
export { type ComparisonRow, toComparisonRow } from "./comparison-row.ts";
export type { History, HistoryChild } from "./history.ts";
export { type HistoryOptions, HistoryReader } from "./history-reader.ts";
export { type KeysByArea, type KnownVersions, knownVersions } from "./known-versions.ts";
export { listVersions, type UsedVersion } from "./list-versions.ts";
export { readEquivalences } from "./read-equivalence.ts";
export { writeHistoryRows } from "./write-history.ts";
