import { endSession } from "@kompassen/api/session";
import { runtime } from "#lib/server/runtime.ts";
import { readSessionCookie, removeSessionCookie } from "#lib/server/session-cookie.ts";
import type { RequestHandler } from "./$types";

export const POST: RequestHandler = async ({ cookies }) => {
  const token = readSessionCookie(cookies);
  if (token !== undefined) await endSession(runtime().database, token);
  removeSessionCookie(cookies);
  return new Response(null, {
    status: 303,
    headers: { location: "/", "clear-site-data": '"cache", "storage"' },
  });
};
