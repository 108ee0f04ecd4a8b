import { describeError } from "@kompassen/api/log";
import type { HandleServerError } from "@sveltejs/kit/hooks";
import { runtime } from "#lib/server/runtime.ts";

/** What nobody had foreseen goes to the log without a word of what was sent; the page says only that it failed. */
export const logFailure: HandleServerError = ({ kind, error, event }) => {
  if (kind !== "unknown") return;
  runtime().log.record({
    event: "page failed",
    requestId: event.locals.requestId,
    route: event.route.id ?? undefined,
    method: event.request.method,
    status: 500,
    kommun: (event.locals.signedIn ?? event.locals.guardian)?.kommunCode,
    ...describeError(error),
  });
};
