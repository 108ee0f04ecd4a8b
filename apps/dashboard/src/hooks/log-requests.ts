import type { Handle } from "@sveltejs/kit/hooks";
import { runtime } from "#lib/server/runtime.ts";

/** One line for every request that has been answered: the pattern of its address, and how it went. */
export const logRequests: Handle = async ({ event, resolve }) => {
  if (event.url.pathname === "/health") return resolve(event);
  event.locals.requestId = crypto.randomUUID();
  const started = performance.now();
  const response = await resolve(event);
  runtime().log.record({
    event: "request answered",
    requestId: event.locals.requestId,
    route: event.route.id ?? undefined,
    method: event.request.method,
    status: response.status,
    milliseconds: Math.round((performance.now() - started) * 10) / 10,
    kommun: (event.locals.signedIn ?? event.locals.guardian)?.kommunCode,
  });
  return response;
};
