export { auditDraft } from "./audit-draft.ts";
export { approveDraft, withdrawDraft } from "./decide-draft.ts";
export type {
  DraftHead,
  DraftPreview,
  DraftState,
  DraftSummary,
  PreviewCell,
  ReleaseAudit,
} from "./draft.ts";
export { getDraft } from "./get-draft.ts";
export { listDrafts } from "./list-drafts.ts";
export { periodCodes, planPeriods, type ReleasePeriods } from "./plan-periods.ts";
export { requestDraft } from "./request-draft.ts";
export { releaseRouter } from "./router.ts";
