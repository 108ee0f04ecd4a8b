import { createCaller } from "@kompassen/api";
import { findSession } from "@kompassen/api/session";
import type { Handle } from "@sveltejs/kit/hooks";
import { sessionCookie } from "#lib/server/own-cookie.ts";
import { runtime } from "#lib/server/runtime.ts";

/** Asking how long a login lasts does not make it last longer. */
const ASKS_HOW_LONG = "/session/kvar";

/** Who is asking, and the api as that person: one query. The clock of the whole request is read here. */
export const knowSession: Handle = async ({ event, resolve }) => {
  const { locals, url, request, cookies } = event;
  if (url.pathname === "/health") return resolve(event);
  const { database, hasDemoLogin, contextFor } = runtime();
  const token = sessionCookie.read(cookies);
  const isUse = url.pathname !== ASKS_HOW_LONG || request.method === "POST";
  const session =
    token === undefined ? null : await findSession(database, token, { isDemo: hasDemoLogin, isUse });
  locals.session = session;
  locals.signedIn = session?.signedIn ?? null;
  locals.guardian = session?.guardian ?? null;
  locals.context = contextFor(locals.signedIn, locals.guardian);
  locals.api = createCaller(locals.context);
  return resolve(event);
};
