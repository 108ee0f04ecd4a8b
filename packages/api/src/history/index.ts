export { type LayoutRow, listLayouts } from "./list-layouts.ts";
export {
  type AssessmentRow,
  type EquivalenceRow,
  loadEquivalences,
  loadHistory,
  type StoredAssessment,
  type StoredHistory,
  type ThoughtRow,
  toAssessment,
  toEquivalence,
  toThoughts,
} from "./load-history.ts";
export { loadLatest } from "./load-latest.ts";
