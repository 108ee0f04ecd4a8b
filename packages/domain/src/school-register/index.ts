export {
  CANDIDATE_STATES,
  type CandidateState,
  REGISTER_NOTICE_KINDS,
  REGISTER_RESOURCES,
  REGISTER_RUN_STATES,
  type RegisterNoticeKind,
  type RegisterResource,
  type RegisterRunState,
  readMarking,
  strongerMarking,
  suggestedRole,
  unitKindOf,
} from "./codes.ts";
export { asRegisterExpectation, registerExpectationText, registerFaultText } from "./fault-text.ts";
export { type DeletedObject, readDeleted } from "./read-deleted.ts";
export {
  type RefusedPage,
  type RegisterPage,
  type RegisterRows,
  readPage,
  type SentMarking,
} from "./read-page.ts";
export type { RegisterExpectation, RegisterFault, UnknownCode } from "./register-object.ts";
export type {
  RegisterDuty,
  RegisterOrganisation,
  RegisterPerson,
  RegisterPlacement,
} from "./register-rows.ts";
