import { LoginFault, type LoginFaultCode } from "./login-fault.ts";

/** By the code that openid-client gives. */
const BY_CODE: Readonly<Record<string, LoginFaultCode>> = {
  access_denied: "cancelled",
  invalid_grant: "too_late",
  server_error: "unreachable",
  temporarily_unavailable: "unreachable",
  OAUTH_TIMEOUT: "unreachable",
  OAUTH_ABORT: "unreachable",
  OAUTH_JWT_CLAIM_COMPARISON_FAILED: "not_matching",
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: "clock",
  OAUTH_INVALID_RESPONSE: "not_matching",
};

/** What went wrong at the login service, as one of ours. Its own words stay unread: they may name a person. */
export function explainFailure(error: unknown): LoginFault {
  if (error instanceof LoginFault) return error;
  if (!(error instanceof Error)) return new LoginFault("refused");
  if (error instanceof TypeError && error.message === "fetch failed") return new LoginFault("unreachable");
  if (isAboutAuthTime(error)) return new LoginFault("not_anew");
  const code = "error" in error ? error.error : "code" in error ? error.code : undefined;
  const known = typeof code === "string" ? BY_CODE[code] : undefined;
  if (known !== undefined) return new LoginFault(known);
  return isOutOfOrder(error) ? new LoginFault("unreachable") : new LoginFault("refused");
}

function isAboutAuthTime(error: Error): boolean {
  for (let at: unknown = error; typeof at === "object" && at !== null; ) {
    if ("claim" in at && at.claim === "auth_time") return true;
    at = "cause" in at ? at.cause : null;
  }
  return false;
}

/** A proxy before it that answers for a service that is down. */
function isOutOfOrder(error: Error): boolean {
  const { cause } = error;
  return cause instanceof Response && cause.status >= 500;
}
