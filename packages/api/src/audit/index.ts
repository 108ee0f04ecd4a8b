export {
  type AuditEntry,
  auditChild,
  auditChildren,
  auditJob,
  auditRefusal,
  PURPOSES,
  type Purpose,
} from "./record-audit.ts";
export { sha256 } from "./sha256.ts";
export { OTHER_VERBS, REFUSED } from "./verbs.ts";
export { readChainHeads, type VerifiedLog, verifyKommun } from "./verify-kommun.ts";
