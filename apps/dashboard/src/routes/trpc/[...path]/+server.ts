import { appRouter } from "@kompassen/api";
import { findKnown } from "@kompassen/api/errors";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { RequestHandler } from "./$types";

/** Only POST: input never stands in an address. */
export const POST: RequestHandler = ({ request, locals }) =>
  fetchRequestHandler({
    endpoint: "/trpc",
    req: request,
    router: appRouter,
    createContext: () => locals.context,
    allowMethodOverride: true,
    responseMeta: ({ errors }) => {
      const waits = errors.flatMap((error) => findKnown(error)?.detail.retryAfter ?? []);
      return waits.length === 0 ? {} : { headers: { "retry-after": String(Math.max(...waits)) } };
    },
  });
