import { createCaller } from "@kompassen/api";
import { findSession } from "@kompassen/api/session";
import type { Handle } from "@sveltejs/kit/hooks";
import { runtime } from "#lib/server/runtime.ts";
import { readSessionCookie } from "#lib/server/session-cookie.ts";

/** Who is asking, and the api as that person. The clock of the whole request is read here. */
export const knowSession: Handle = async ({ event, resolve }) => {
  if (event.url.pathname === "/health") return resolve(event);
  const token = readSessionCookie(event.cookies);
  const signedIn = token === undefined ? null : await findSession(runtime().database, token);
  event.locals.signedIn = signedIn;
  event.locals.context = runtime().contextFor(signedIn);
  event.locals.api = createCaller(event.locals.context);
  return resolve(event);
};
