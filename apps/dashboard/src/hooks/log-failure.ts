import { describeError } from "@kompassen/api/log";
import type { HandleServerError } from "@sveltejs/kit/hooks";
import { runtime } from "#lib/server/runtime.ts";
import { findUnavailable } from "#lib/server/unavailable.ts";

/**
 * A database that is away or full answers 503, and its page says which. What nobody had foreseen goes to the log without
 * a word of what was sent; the page says only that it failed.
 */
export const logFailure: HandleServerError = ({ kind, error, event }) => {
  if (kind !== "unknown") return;
  const unavailable = findUnavailable(error);
  if (unavailable !== null) event.locals.unavailable = unavailable;
  runtime().log.record({
    event: "page failed",
    requestId: event.locals.requestId,
    route: event.route.id ?? undefined,
    method: event.request.method,
    status: unavailable === null ? 500 : 503,
    kommun: (event.locals.signedIn ?? event.locals.guardian)?.kommunCode,
    ...describeError(error),
  });
  if (unavailable === null) return;
  const { reason, retryAfter } = unavailable;
  return { status: 503, message: "database_unavailable", retryAfter, unavailable: reason };
};
