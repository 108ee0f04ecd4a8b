export { type AuditEntry, auditChild, auditChildren, type Purpose } from "./record-audit.ts";
