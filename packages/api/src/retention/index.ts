export type {
  AuthorityRule,
  LegalHold,
  PurgeCandidate,
  PurgeRun,
  PurgeState,
  RetentionOverview,
  RowCounts,
} from "./get-overview.ts";
export { retentionRouter } from "./router.ts";
export { type PurgeReceipt, type PurgeWitness, runPurges } from "./run-purge.ts";
