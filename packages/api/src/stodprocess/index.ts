export type { FileImportResult } from "./file-import.ts";
export { importCounts } from "./import-counts.ts";
export { importSteps } from "./import-steps.ts";
export { recordMeetingHeld } from "./record-meeting.ts";
export { recordOverdueFollowUps, recordPassedPlan } from "./record-overdue-follow-ups.ts";
export { recordRound } from "./record-round.ts";
export { recordSteps, type Step } from "./record-steps.ts";
