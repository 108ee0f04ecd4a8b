export { canonicalJson } from "./canonical-json.ts";
export { type CreatedDraft, createDraft, type DraftRequest } from "./create-draft.ts";
export type { SeriesSummary } from "./series-summary.ts";
export type { CellTruth } from "./table-cells.ts";
export { type DraftVerification, verifyDraft } from "./verify-draft.ts";
