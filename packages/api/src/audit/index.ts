export {
  type AuditEntry,
  auditChild,
  auditChildren,
  auditJob,
  auditRefusal,
  type Purpose,
} from "./record-audit.ts";
export { sha256 } from "./sha256.ts";
export { readChainHeads, type VerifiedLog, verifyKommun } from "./verify-kommun.ts";
