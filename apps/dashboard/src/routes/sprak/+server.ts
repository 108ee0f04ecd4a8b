import { localeCookie } from "#lib/server/own-cookie.ts";
import { rememberPreference } from "#lib/server/remember-preference.ts";
import { parseLocale } from "#lib/shared/preferences.ts";
import type { RequestHandler } from "./$types";

export const POST: RequestHandler = (event) =>
  rememberPreference(event, { name: "sprak", cookie: localeCookie, parse: parseLocale });
