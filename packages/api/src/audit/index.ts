export { type AuditEntry, auditChild, auditChildren, auditJob, type Purpose } from "./record-audit.ts";
