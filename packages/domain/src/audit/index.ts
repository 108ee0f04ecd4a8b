export { type ChainHead, type KnownOfLog, type PublishedHeads, verifyLog } from "./chain-verifier.ts";
export { LOG_FAULTS, type LogFault, type LogFaultKind } from "./fault.ts";
export {
  type HeadFile,
  headLineOf,
  isWholeHeadFile,
  readHeadFile,
  rootOf,
  sortHeads,
  writeHeadFile,
} from "./head-file.ts";
export type { FirstFormNames, LogRow, Sha256 } from "./log-row.ts";
export {
  type DayOfLooks,
  DEFAULT_REVIEW_RULES,
  type LookedAt,
  type LookedAtChild,
  REVIEW_DECISIONS,
  REVIEW_REASONS,
  type ReviewDecision,
  type ReviewReason,
  type ReviewRules,
  reviewDueOn,
  reviewReasons,
  sharesSurname,
} from "./review-rules.ts";
