/**
 * Why a login came to nothing, each with a page that says what to do:
 * - `cancelled`: the person pressed cancel at the login service
 * - `not_begun`: an answer that no login here asked for, such as a bookmark or somebody else's link
 * - `used_already`: the answer came once before
 * - `too_late`: more than ten minutes, or the login service's code had run out
 * - `not_matching`: the answer does not belong to the question (nonce, signature, audience)
 * - `too_weak`: the person is not known surely enough (acr)
 * - `unknown_person`, `disabled`: known to the login service, not here
 * - `clock`: the clocks of the two servers differ
 * - `unreachable`: the login service does not answer
 * - `refused`: the login service refuses, or answers what cannot be used
 * - `other_person`: somebody else than the signed-in person stepped up
 * - `not_anew`: the login service did not ask anew
 */
export const LOGIN_FAULTS = [
  "cancelled",
  "not_begun",
  "used_already",
  "too_late",
  "not_matching",
  "too_weak",
  "unknown_person",
  "disabled",
  "clock",
  "unreachable",
  "refused",
  "other_person",
  "not_anew",
] as const;

export type LoginFaultCode = (typeof LOGIN_FAULTS)[number];

/** Holds no value of the login: it may be logged. */
export class LoginFault extends Error {
  readonly code: LoginFaultCode;

  constructor(code: LoginFaultCode) {
    super(code);
    this.name = "LoginFault";
    this.code = code;
  }
}
