import { sequence } from "@sveltejs/kit/hooks";
import { closeRuntime } from "#lib/server/runtime.ts";
import { answerUnavailable } from "./hooks/answer-unavailable.ts";
import { knowSession } from "./hooks/know-session.ts";
import { limitBody } from "./hooks/limit-body.ts";
import { limitCalls } from "./hooks/limit-calls.ts";
import { logFailure } from "./hooks/log-failure.ts";
import { logRequests } from "./hooks/log-requests.ts";
import { paintFirst } from "./hooks/paint-first.ts";
import { readPreferences } from "./hooks/read-preferences.ts";
import { refuseForeignForms } from "./hooks/refuse-foreign-forms.ts";
import { setSecurityHeaders } from "./hooks/set-security-headers.ts";

export const handleError = logFailure;

export const handle = sequence(
  logRequests,
  setSecurityHeaders,
  refuseForeignForms,
  limitBody,
  paintFirst,
  readPreferences,
  answerUnavailable,
  knowSession,
  limitCalls,
);

// The server has answered its last request: without open connections to the database the process ends by itself.
process.on("sveltekit:shutdown", closeRuntime);
