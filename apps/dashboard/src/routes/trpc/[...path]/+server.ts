import { appRouter } from "@kompassen/api";
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
  });
