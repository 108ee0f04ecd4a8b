export { SUPPORT_KINDS, SUPPORT_STATUSES, type SupportKind, type SupportStatus } from "./support.ts";
