import { endSession } from "@kompassen/api/session";
import { arrivalCookie, loginCookie, sessionCookie } from "#lib/server/own-cookie.ts";
import { runtime } from "#lib/server/runtime.ts";
import type { RequestHandler } from "./$types";

export const POST: RequestHandler = async ({ cookies, locals }) => {
  const { database, logins } = runtime();
  const token = sessionCookie.read(cookies);
  if (token !== undefined) await endSession(database, token);
  for (const cookie of [sessionCookie, loginCookie, arrivalCookie]) cookie.remove(cookies);
  const issuer = logins.find(({ source }) => source.key === locals.session?.issuer);
  const location =
    issuer === undefined ? "/utloggad" : `/utloggad?${new URLSearchParams({ tjanst: issuer.source.key })}`;
  return new Response(null, {
    status: 303,
    headers: { location, "clear-site-data": '"cache", "storage"' },
  });
};
