export { listLayouts } from "./list-layouts.ts";
export { loadEquivalences, loadHistory, type StoredAssessment, type StoredHistory } from "./load-history.ts";
export { loadLatest } from "./load-latest.ts";
