export { civicKey } from "./civic-digest.ts";
export type { FoundPupil } from "./find-pupil.ts";
export type {
  RegisterFaultView,
  RegisterRunView,
  RegisterStatus,
  UnmatchedOrganisation,
} from "./get-register-status.ts";
export type { GuardianCandidate } from "./guardian-candidates.ts";
export { answerCandidateInput } from "./guardian-candidates.ts";
export {
  importRegister,
  type RegisterImport,
  type RegisterImportResult,
  type RegisterProgress,
} from "./import-register.ts";
export type { DutySuggestion } from "./list-duties.ts";
export type { RegisterNotice } from "./notices.ts";
export { ReadElsewhere, type RegisterStep, type RunCounts, type StepCount } from "./register-run.ts";
export {
  ExpiredPageToken,
  type RegisterSource,
  RegisterUnavailable,
  type SentPage,
} from "./register-source.ts";
export { schoolRegisterRouter } from "./router.ts";
export { type TriedCounts, tryRegister } from "./try-register.ts";
