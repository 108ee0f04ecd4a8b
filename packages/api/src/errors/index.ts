export {
  agreeOrConflict,
  conflict,
  type ErrorCode,
  type ErrorDetail,
  type FieldFault,
  invalid,
  KompassError,
  notFound,
} from "./kompass-error.ts";
export { findKnown, translateError } from "./translate-error.ts";
